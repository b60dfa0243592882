"""`eoi build --changes-since`: the documents with what changed since an earlier version marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, files_in, process
from tests.letterheads import letterhead
from tests.revisions.word_changes import Decision, decide
from tests.samples import EXAMPLES, skeleton

DECISIONS: tuple[Decision, ...] = ("accept", "reject")
OLD = skeleton(more="submitted: 20 June 2014\nsummary: We plan joint work.\n")


@pytest.fixture
def ccg(tmp_path: Path) -> Path:
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    path = tmp_path / "ccg.yaml"
    path.write_text(OLD.replace("joint work", "shared work"), encoding="utf-8")
    return path


def test_the_marked_documents_stand_beside_the_clean_ones(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    assert eoi("build", ccg.name, "--format", "md").code == 0
    clean = {path.name: path.read_bytes() for path in (tmp_path / "build").iterdir()}
    assert eoi("build", ccg.name, "--changes-since", "old.yaml", "--format", "md").code == 0
    names = files_in(tmp_path / "build")
    assert sorted(set(names) - set(clean)) == [
        "ccg-checklist-changes.md",
        "ccg-expression-of-interest-changes.md",
    ]
    assert {name: (tmp_path / "build" / name).read_bytes() for name in clean} == clean
    marked = (tmp_path / "build" / "ccg-expression-of-interest-changes.md").read_text(encoding="utf-8")
    assert "<del>joint</del><ins>shared</ins>" in marked
    assert "Changes since the version of 20 June 2014 are marked" in marked


def test_a_final_with_marks_has_a_name_that_says_both(eoi: Call, tmp_path: Path) -> None:
    complete = next(path for path in EXAMPLES if path.stem.startswith("bath"))
    for name in ("ccg.yaml", "old.yaml"):
        (tmp_path / name).write_bytes(complete.read_bytes())
    assert eoi("build", "ccg.yaml", "--final", "--changes-since", "old.yaml", "--format", "md").code == 0
    assert "ccg-expression-of-interest-final-changes.md" in files_in(tmp_path / "build")


@pytest.mark.long
def test_check_compares_the_marked_documents(eoi: Call, ccg: Path) -> None:
    call = ("build", ccg.name, "--changes-since", "old.yaml", "--format", "md")
    assert eoi(*call, "--check").code == 1
    assert eoi(*call).code == 0
    assert eoi(*call, "--check").code == 0


@pytest.mark.parametrize(
    ("old", "says"),
    [("none.yaml", "none.yaml"), ("bad.yaml", "bad.yaml cannot be read (line 1), so nothing is compared")],
)
def test_an_old_version_that_cannot_be_read_ends_the_command(
    eoi: Call, ccg: Path, tmp_path: Path, old: str, says: str
) -> None:
    (tmp_path / "bad.yaml").write_text("form: joint\n", encoding="utf-8")
    code, out, err = eoi("build", ccg.name, "--changes-since", old)
    assert (code, out) == (2, "")
    assert says in err
    assert not (tmp_path / "build").exists()


def test_one_file_at_a_time_is_compared(eoi: Call, ccg: Path) -> None:
    code, _, err = eoi("build", ccg.name, "old.yaml", "--changes-since", "old.yaml")
    assert code == 2
    assert "build the files one by one" in err


def test_the_public_edition_shows_nothing_of_an_earlier_version(eoi: Call, ccg: Path) -> None:
    """What it withholds now, the earlier version may have said."""
    code, _, err = eoi("build", ccg.name, "--changes-since", "old.yaml", "--document", "summary,public")
    assert code == 2
    assert "build the public edition without it" in err


@pytest.mark.slow
def test_a_letterhead_carries_the_changes(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    call = ("build", ccg.name, "--changes-since", "old.yaml", "--format", "docx", "--letterhead", "ours.docx")
    assert eoi(*call).code == 0
    raw = (tmp_path / "build" / "ccg-expression-of-interest-changes.docx").read_bytes()
    said = {which: " ".join(line.words for line in decide(raw, which).lines) for which in DECISIONS}
    assert "We plan shared work." in said["accept"]
    assert "We plan joint work." in said["reject"]


@pytest.mark.slow
def test_a_build_without_the_option_imports_nothing_of_it(ccg: Path) -> None:
    program = (
        "import sys\nfrom eoi.cli.app import run_program\n"
        "sys.argv = ['eoi', 'build', 'ccg.yaml', '--format', 'md']\n"
        "assert run_program() == 0\n"
        "assert not [name for name in sys.modules if name.startswith('eoi.revisions')]"
    )
    code, _, err = process("-c", program, cwd=ccg.parent)
    assert code == 0, err


def test_the_note_on_marks_names_the_last_version_of_the_earlier_file(eoi: Call, tmp_path: Path) -> None:
    versions = 'versions: [{version: "0.1"}, {version: "0.2", date: 2 June 2014}]\n'
    (tmp_path / "old.yaml").write_text(OLD + versions, encoding="utf-8")
    (tmp_path / "ccg.yaml").write_text(OLD.replace("joint work", "shared work"), encoding="utf-8")
    assert eoi("build", "ccg.yaml", "--changes-since", "old.yaml", "--format", "md").code == 0
    marked = (tmp_path / "build" / "ccg-expression-of-interest-changes.md").read_text(encoding="utf-8")
    assert "Changes since version 0.2 of 2 June 2014 are marked" in marked
