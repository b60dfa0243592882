"""`eoi import`: what it shows, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call, Keyboard
from tests.imports.word_edits import WordFile
from tests.imports.word_files import SHORT, built, mark_of, reworded
from tests.samples import ROOT
from tests.workbook.workbooks import workbook_of

WORDS = ("relatively small and lean", "very small and lean")
TEMPLATE = ("what is the vision for", "what do you want for")
NAMES = ("back.docx", "--into", "ccg.yaml")


def send_back(folder: Path, *words: tuple[str, str]) -> None:
    (folder / "ccg.yaml").write_bytes(SHORT.read_bytes())
    (folder / "back.docx").write_bytes(reworded(built(SHORT), *words))


@pytest.mark.long
def test_changes_are_shown_and_nothing_is_written(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS)
    outcome = eoi("import", *NAMES)
    assert outcome.code == 1
    assert "background.structure (paragraph" in outcome.out
    assert "We are a [-relatively-] {+very+} small and lean organisation." in outcome.out
    assert (tmp_path / "ccg.yaml").read_bytes() == SHORT.read_bytes()


@pytest.mark.long
def test_apply_writes_them_and_a_second_time_there_is_nothing_to_do(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS)
    outcome = eoi("import", *NAMES, "--apply")
    assert outcome.code == 0
    assert "1 change written to ccg.yaml" in outcome.err
    assert b"We are a very small and lean organisation." in (tmp_path / "ccg.yaml").read_bytes()
    again = eoi("import", *NAMES)
    assert (again.code, "Nothing was changed" in again.out) == (0, True)


@pytest.mark.slow
def test_programs_read_the_same_as_json_and_what_has_no_place_stays_shown_after_apply(
    tmp_path: Path, eoi: Call
) -> None:
    send_back(tmp_path, WORDS, TEMPLATE)
    report = json.loads(eoi("import", *NAMES, "--format", "json").out)
    assert [change["path"] for change in report["changes"]] == ["background.structure"]
    assert len(report["unplaced"]) == 1
    words = report["words"]
    assert words["total"] == words["unchanged"] + words["placed"] + words["unplaced"]
    outcome = eoi("import", *NAMES, "--apply")
    assert outcome.code == 1
    assert "No place found" in outcome.out


def test_what_cannot_run_says_what_to_do(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS)
    (tmp_path / "note.docx").write_bytes(b"no word file")
    for words, said in (
        (("back.docx",), "--into our-ccg.yaml"),
        (("none.docx", "--into", "ccg.yaml"), "none.docx"),
        (("note.docx", "--into", "ccg.yaml"), "cannot be imported: it is no Word"),
        (("back.docx", "--into", "ccg.yaml", "--format", "xml"), "xml"),
    ):
        outcome = eoi("import", *words)
        assert outcome.code == 2
        assert said in outcome.err
        assert outcome.out == ""


@pytest.mark.long
def test_a_long_text_shows_the_words_that_changed_with_a_few_around_them(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, ("keep the commissioning system stable", "keep the whole system stable"))
    shown = " ".join(eoi("import", *NAMES).out.split())
    assert "to keep the [-commissioning-] {+whole+} system stable" in shown
    assert "... " in shown


@pytest.mark.long
def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path)
    document = WordFile(built(SHORT))
    assert document.track(mark_of(SHORT, "background.structure"), "lean", "agile")
    (tmp_path / "back.docx").write_bytes(document.pack())
    accepted = eoi("import", *NAMES)
    assert (accepted.code, "Board secretary 2014-06-12" in accepted.out) == (1, True)
    assert eoi("import", *NAMES, "--tracked", "rejected").code == 0
    assert "did you mean rejected?" in eoi("import", *NAMES, "--tracked", "reject").err


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(("answer", "is_made"), [("y\n", True), ("\n", False), ("", False)])
def test_a_person_at_a_terminal_is_asked(
    tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch, answer: str, is_made: bool
) -> None:
    send_back(tmp_path, WORDS)
    monkeypatch.setattr("sys.stdin", Keyboard(answer))
    monkeypatch.setattr("eoi.cli.imports.is_terminal", lambda stream: stream is not None)
    outcome = eoi("import", *NAMES)
    assert "Make these changes? [y/N]" in outcome.out
    assert outcome.code == (0 if is_made else 1)
    assert ((tmp_path / "ccg.yaml").read_bytes() != SHORT.read_bytes()) is is_made


@pytest.mark.long
def test_a_document_of_own_templates_is_compared_with_what_they_make(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path)
    own = tmp_path / "own" / "expression-of-interest"
    own.mkdir(parents=True)
    (own / "summary.html").write_text(
        '{% extends "shipped/summary.html" %}{% block opening %}{{ super() }}<p>Ours.</p>{% endblock %}'
    )
    assert eoi("build", "ccg.yaml", "--templates", "own", "--format", "docx").code == 0
    names = ("build/ccg-expression-of-interest.docx", "--into", "ccg.yaml")
    assert eoi("import", *names, "--templates", "own").code == 0
    assert "Ours." in eoi("import", *names).out


@pytest.mark.long
def test_what_belongs_to_another_submission_is_refused_with_the_codes_of_both(
    tmp_path: Path, eoi: Call
) -> None:
    ours, theirs = (ROOT / "examples" / f"{name}.yaml" for name in ("southampton", "bromley"))
    document, workbook = tmp_path / "back.docx", tmp_path / "back.xlsx"
    document.write_bytes(built(ours))
    workbook.write_bytes(workbook_of(ours))
    for file in (document, workbook):
        called = eoi("import", file, "--into", theirs)
        assert called.code == 2
        assert "a submission of 10X, and bromley.yaml is one of 07Q" in called.err
        assert eoi("import", file, "--into", ours).code == 0


@pytest.mark.long
def test_a_conflict_in_a_long_text_shows_what_each_side_changed(tmp_path: Path, eoi: Call) -> None:
    document, into = tmp_path / "back.docx", tmp_path / "ours.yaml"
    document.write_bytes(reworded(built(SHORT), ("lean org", "slim org")))
    into.write_bytes(SHORT.read_bytes().replace(b"lean", b"tiny"))
    shown = eoi("import", document, "--into", into)
    assert shown.code == 1
    assert "[-lean-] {+tiny+}" in shown.out
    assert "[-lean-] {+slim+}" in shown.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.docx", "--into", "ours.yaml"), "there is no file missing.docx"),
        (("old.md", "--into", "ours.yaml"), "begin a submission from it with -o our-ccg.yaml"),
        (("old.docx",), "or begin one from it: eoi import old.docx -o our-ccg.yaml"),
    ],
)
def test_an_import_that_cannot_run_says_which_one_can(
    words: tuple[str, ...], said: str, tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ours.yaml").write_bytes(SHORT.read_bytes())
    Path("old.md").write_text("# Our old plan\n", encoding="utf-8")
    called = eoi("import", *words)
    assert called.code == 2
    assert said in called.err


def test_no_draft_is_begun_from_a_workbook(eoi: Call) -> None:
    called = eoi("import", "ours.xlsx")
    assert called.code == 2
    assert called.err.endswith("eoi import ours.xlsx --into our-ccg.yaml\n")
