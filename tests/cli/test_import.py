"""`eoi import`: what it shows, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.calls import Call
from tests.imports.word_files import BATH, built, reworded

WORDS = ("relatively small and lean", "very small and lean")
TEMPLATE = ("What is the vision for", "What would you want for")
NAMES = ("back.docx", "--into", "ccg.yaml")


def send_back(folder: Path, *words: tuple[str, str]) -> None:
    (folder / "ccg.yaml").write_bytes(BATH.read_bytes())
    (folder / "back.docx").write_bytes(reworded(built(BATH), *words))


def test_changes_are_shown_and_nothing_is_written(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS)
    outcome = eoi("import", *NAMES)
    assert outcome.code == 1
    assert "background.structure (paragraph" in outcome.out
    assert "now: We are a very small and lean organisation." in outcome.out
    assert (tmp_path / "ccg.yaml").read_bytes() == BATH.read_bytes()


def test_apply_writes_them_and_a_second_time_there_is_nothing_to_do(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS)
    outcome = eoi("import", *NAMES, "--apply")
    assert outcome.code == 0
    assert "1 change written to ccg.yaml" in outcome.err
    assert b"We are a very small and lean organisation." in (tmp_path / "ccg.yaml").read_bytes()
    again = eoi("import", *NAMES)
    assert (again.code, "Nothing was changed" in again.out) == (0, True)


def test_what_has_no_place_stays_shown_after_apply(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS, TEMPLATE)
    outcome = eoi("import", *NAMES, "--apply")
    assert outcome.code == 1
    assert "No place found" in outcome.out


def test_programs_read_the_same_as_json(tmp_path: Path, eoi: Call) -> None:
    send_back(tmp_path, WORDS, TEMPLATE)
    report = json.loads(eoi("import", *NAMES, "--format", "json").out)
    assert [change["path"] for change in report["changes"]] == ["background.structure"]
    assert len(report["unplaced"]) == 1
    words = report["words"]
    assert words["total"] == words["unchanged"] + words["placed"] + words["unplaced"]


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
