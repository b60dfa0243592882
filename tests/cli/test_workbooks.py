"""`eoi export`, `eoi new --workbook`, and `eoi import` of a workbook: what they write, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call, process
from tests.samples import ROOT
from tests.workbook.workbooks import BATH, changed, workbook_of

NO_LIBRARY = "type: pip install openpyxl"


def test_the_instruction_to_install_what_writes_workbooks_is_one_and_the_readme_has_it() -> None:
    messages = ("eoi/workbook/export.py", "eoi/cli/review_files.py")
    for name in (*messages, "docs/how-to/workbook.md", "docs/how-to/assessor.md", "README.md"):
        assert "pip install openpyxl" in (ROOT / name).read_text(encoding="utf-8"), name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ccg.yaml").write_bytes(BATH.read_bytes())
    return tmp_path


@pytest.mark.long
def test_a_workbook_goes_out_and_comes_back(folder: Path, eoi: Call) -> None:
    out = eoi("export", "ccg.yaml", "-o", "ccg.xlsx")
    assert (out.code, "eoi import ccg.xlsx --into ccg.yaml" in out.err) == (0, True)
    back = eoi("import", "ccg.xlsx", "--into", "ccg.yaml")
    assert (back.code, "Nothing was changed" in back.out) == (0, True)
    (folder / "ccg.xlsx").write_bytes(changed((folder / "ccg.xlsx").read_bytes(), {"Posts!G4": 45_600}))
    shown = eoi("import", "ccg.xlsx", "--into", "ccg.yaml")
    assert (shown.code, "(Posts!G4, ccg.xlsx)" in shown.out) == (1, True)
    assert (folder / "ccg.yaml").read_bytes() == BATH.read_bytes()
    assert eoi("import", "ccg.xlsx", "--into", "ccg.yaml", "--apply").code == 0
    assert "£45.6k".encode() in (folder / "ccg.yaml").read_bytes()


def test_a_workbook_that_is_there_already_is_not_overwritten(folder: Path, eoi: Call) -> None:
    (folder / "ccg.xlsx").write_bytes(b"filled in")
    out = eoi("export", "ccg.yaml")
    assert (out.code, "ccg.xlsx is there already" in out.err) == (2, True)
    assert (folder / "ccg.xlsx").read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("-o", "ccg.ods"), "does not end in .xlsx"),
        (("-o", "posts.csv"), "a .csv file holds one sheet"),
        (("--sheet", "Post", "-o", "posts.csv"), "did you mean Posts?"),
    ],
)
def test_a_call_that_cannot_run_says_what_to_type(
    folder: Path, eoi: Call, call: tuple[str, ...], told: str
) -> None:
    out = eoi("export", "ccg.yaml", *call)
    assert (out.code, told in out.err) == (2, True)
    assert sorted(path.name for path in folder.iterdir()) == ["ccg.yaml"]


@pytest.mark.long
def test_without_the_library_one_line_says_what_to_install(
    folder: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eoi.workbook.export.find_spec", lambda _name: None)
    (folder / "back.xlsx").write_bytes(workbook_of(BATH))
    for call in (
        ("export", "ccg.yaml"),
        ("new", "new.yaml", "--workbook"),
        ("import", "back.xlsx", "--into", "ccg.yaml", "--marked", "copy.xlsx"),
    ):
        out = eoi(*call)
        assert (out.code, NO_LIBRARY in out.err, len(out.err.splitlines())) == (2, True, 1)
    assert eoi("import", "back.xlsx", "--into", "ccg.yaml").code == 0, "reading needs no library"


@pytest.mark.long
def test_a_new_workbook_comes_with_the_file_that_it_goes_back_into(folder: Path, eoi: Call) -> None:
    assert eoi("new", "new.yaml", "--workbook", "--code", "11E").code == 0
    assert eoi("import", "new.xlsx", "--into", "new.yaml").code == 0
    filled = changed((folder / "new.xlsx").read_bytes(), {"Posts!B4": "Analyst", "Answers!D11": None})
    (folder / "new.xlsx").write_bytes(filled)
    assert eoi("import", "new.xlsx", "--into", "new.yaml", "--apply").code == 0
    assert "role: Analyst" in (folder / "new.yaml").read_text(encoding="utf-8")


def test_programs_read_how_many_cells_there_are(folder: Path, eoi: Call) -> None:
    (folder / "back.xlsx").write_bytes(changed(workbook_of(BATH), {"Posts!G4": "lots"}))
    report = json.loads(eoi("import", "back.xlsx", "--into", "ccg.yaml", "--format", "json").out)
    cells = report["cells"]
    assert cells["total"] == cells["unchanged"] + cells["placed"] + cells["unplaced"]
    assert [one["where"] for one in report["unplaced"]] == ["Posts!G4"]


@pytest.mark.long
def test_a_marked_copy_is_written_beside(folder: Path, eoi: Call) -> None:
    (folder / "back.xlsx").write_bytes(changed(workbook_of(BATH), {"Posts!G4": "lots"}))
    out = eoi("import", "back.xlsx", "--into", "ccg.yaml", "--marked", "copy.xlsx")
    assert (out.code, "wrote copy.xlsx" in out.err) == (1, True)
    assert (folder / "copy.xlsx").exists()
    again = eoi("import", "back.xlsx", "--into", "ccg.yaml", "--marked", "copy.xlsx")
    assert (again.code, "copy.xlsx is there already" in again.err) == (2, True)


@pytest.mark.long
def test_a_word_file_has_no_marked_copy(folder: Path, eoi: Call) -> None:
    assert eoi("build", "ccg.yaml", "--format", "docx").code == 0
    word = next((folder / "build").glob("*interest.docx"))
    out = eoi("import", str(word), "--into", "ccg.yaml", "--marked", "copy.xlsx")
    assert (out.code, "--marked writes a copy of a workbook" in out.err) == (2, True)


@pytest.mark.slow
def test_check_and_build_import_nothing_of_workbooks(folder: Path) -> None:
    program = (
        "import contextlib, sys; from eoi.cli.entry import main\n"
        "for call in (['check', 'ccg.yaml'], ['build', 'ccg.yaml', '--format', 'md']):\n"
        "    sys.argv = ['eoi', *call]\n"
        "    with contextlib.suppress(SystemExit): main()\n"
        "print([name for name in sys.modules if 'openpyxl' in name or name.startswith('eoi.workbook')])"
    )
    assert process("-c", program, cwd=folder).out.splitlines()[-1] == "[]"
