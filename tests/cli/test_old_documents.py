"""`eoi import OLD -o OUR-CCG.yaml`: what a first draft says of itself, what it asks, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.calls import Call, Keyboard

NAMED = "# Summary\n\nNHS Wiltshire CCG expresses its interest in joint commissioning.\n"
UNNAMED = "# Vision\n\nWe want care nearer to home.\n"
CALL = ("import", "old.md", "-o", "ccg.yaml")


def write_old(folder: Path, text: str) -> None:
    (folder / "old.md").write_text(text, encoding="utf-8")


def read_draft(folder: Path) -> dict[str, object]:
    draft = yaml.safe_load((folder / "ccg.yaml").read_text(encoding="utf-8"))
    assert isinstance(draft, dict)
    return draft


def names_of(draft: dict[str, object]) -> list[str]:
    applicants = draft["applicants"]
    assert isinstance(applicants, list)
    return [one["name"] for one in applicants]


def type_answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("eoi.cli.old_documents.is_watched", lambda: True)


def test_a_draft_says_where_the_words_are_and_what_to_do_next(tmp_path: Path, eoi: Call) -> None:
    write_old(tmp_path, NAMED)
    outcome = eoi(*CALL)
    assert (outcome.code, outcome.out) == (0, "")
    assert "wrote ccg.yaml" in outcome.err
    assert "10 words read: 10 placed in fields" in outcome.err
    assert "eoi check finds " in outcome.err
    assert "then run: eoi check ccg.yaml" in outcome.err
    draft = read_draft(tmp_path)
    assert (draft["form"], names_of(draft)) == ("joint", ["NHS Wiltshire CCG"])


def test_a_document_that_names_neither_ccg_nor_form_says_so(tmp_path: Path, eoi: Call) -> None:
    write_old(tmp_path, UNNAMED)
    outcome = eoi(*CALL)
    assert outcome.code == 0
    assert "does not say clearly which CCG applies" in outcome.err
    assert "does not say clearly which form it applies for" in outcome.err


def test_what_is_typed_counts_more_than_what_the_document_says(tmp_path: Path, eoi: Call) -> None:
    write_old(tmp_path, NAMED)
    assert eoi(*CALL, "--code", "11E,12D", "--form", "delegated").code == 0
    draft = read_draft(tmp_path)
    assert draft["form"] == "delegated"
    assert names_of(draft) == ["NHS Bath and North East Somerset CCG", "NHS Swindon CCG"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--code", "99Z"), "99Z"),
        (("--form", "jiont"), "joint"),
        (("--round", "1948"), "1948"),
        (("-o", "ccg.docx"), "ccg.docx"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    tmp_path: Path, eoi: Call, more: tuple[str, ...], said: str
) -> None:
    write_old(tmp_path, NAMED)
    outcome = eoi(*CALL, *more)
    assert outcome.code == 2
    assert said in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["old.md"]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, eoi: Call) -> None:
    write_old(tmp_path, NAMED)
    (tmp_path / "ccg.yaml").write_text("round: 2014\n", encoding="utf-8")
    outcome = eoi(*CALL)
    assert (outcome.code, "ccg.yaml is there already; name another file" in outcome.err) == (2, True)
    assert (tmp_path / "ccg.yaml").read_text(encoding="utf-8") == "round: 2014\n"


def test_a_document_that_cannot_be_read_is_told_by_its_name(tmp_path: Path, eoi: Call) -> None:
    (tmp_path / "old.docx").write_bytes(b"PK\x03\x04 and no more")
    outcome = eoi("import", "old.docx", "-o", "ccg.yaml")
    assert (outcome.code, "old.docx cannot be imported: " in outcome.err) == (2, True)
    assert not (tmp_path / "ccg.yaml").exists()


def test_a_person_at_a_terminal_is_asked_for_what_is_missing(
    tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_old(tmp_path, UNNAMED)
    type_answers(monkeypatch, "swindon; 11E", "delegated")
    outcome = eoi(*CALL)
    assert outcome.code == 0
    assert "Which CCGs apply?" in outcome.err
    assert "Which form: influence, joint, delegated?" in outcome.err
    draft = read_draft(tmp_path)
    assert draft["form"] == "delegated"
    assert names_of(draft) == ["NHS Swindon CCG", "NHS Bath and North East Somerset CCG"]


def test_an_answer_that_nobody_can_mean_is_asked_again(
    tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_old(tmp_path, UNNAMED)
    type_answers(monkeypatch, "Atlantis", "12D", "jiont", "joint")
    outcome = eoi(*CALL)
    assert "no CCG is called 'Atlantis'; eoi ccgs lists them" in outcome.err
    assert "joint" in outcome.err
    draft = read_draft(tmp_path)
    assert (draft["form"], names_of(draft)) == ("joint", ["NHS Swindon CCG"])


def test_a_name_of_several_ccgs_shows_which_they_are(
    tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_old(tmp_path, UNNAMED)
    type_answers(monkeypatch, "london", "", "")
    outcome = eoi(*CALL)
    assert "'london' can mean " in outcome.err
    assert names_of(read_draft(tmp_path)) == ["[Full name of the CCG]"]


def test_a_person_may_leave_both_open(tmp_path: Path, eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    write_old(tmp_path, UNNAMED)
    type_answers(monkeypatch, "", "")
    assert eoi(*CALL).code == 0
    assert names_of(read_draft(tmp_path)) == ["[Full name of the CCG]"]
