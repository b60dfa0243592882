"""Comments of a document that came back become remarks at their fields, and the next draft has them again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import eoi
from eoi.change import apply_changes
from eoi.imports.import_document import import_document
from eoi.imports.outcome import ImportOutcome
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from tests.imports.saved import SECRETARY, source_with_remark
from tests.imports.word_files import SHORT, answered, built, commented

RAW = SHORT.read_bytes()
CHAIR = ("Chair", "2014-06-13", "It is.")


def back(document: bytes, into: bytes = RAW) -> ImportOutcome:
    return import_document(document, "back.docx", into, "ours.yaml")


def applied(outcome: ImportOutcome, into: bytes = RAW) -> bytes:
    return apply_changes(load(into, "x", list_field_names_at), outcome.changes, list_field_names_at)


def remarks(outcome: ImportOutcome) -> list[dict[str, Any]]:
    found = yaml.load(applied(outcome), yaml.BaseLoader)["remarks"]
    assert isinstance(found, list)
    return found


@pytest.mark.long
def test_a_comment_with_a_reply_becomes_a_remark_with_the_words_that_it_is_about() -> None:
    document = commented(
        built(SHORT), "relatively small", "relatively small", SECRETARY, CHAIR, resolved=True
    )
    assert remarks(back(document)) == [
        {
            "about": "background.structure",
            "by": "Board secretary",
            "on": "2014-06-12",
            "text": "Is this still so?",
            "replies": [{"by": "Chair", "on": "2014-06-13", "text": "It is."}],
            "resolved": "yes",
        }
    ]


@pytest.mark.parametrize(
    ("start", "end", "about"),
    [
        (">£43.3k<", ">£43.3k<", "resources.posts[0].cost"),
        (">Project manager<", ">£43.3k<", "resources.posts[0]"),
        ("resident population of", "resident population of", "applicants[0]"),
        ("How are staff", "How are staff", None),
    ],
    ids=["a cell", "a whole row", "a sentence of several fields", "words of ours"],
)
def test_a_comment_is_led_to_the_field_or_item_it_is_about(start: str, end: str, about: str | None) -> None:
    (remark,) = remarks(back(commented(built(SHORT), start, end, SECRETARY)))
    assert remark.get("about") == about


def test_our_own_comments_change_nothing() -> None:
    assert back(built(SHORT)).comments == ()


@pytest.mark.long
def test_the_next_draft_carries_them_and_they_come_back_as_what_they_are() -> None:
    first = back(commented(built(SHORT), "relatively small", "relatively small", SECRETARY, CHAIR))
    second = applied(first)
    for name in ("docx", "odt"):
        draft = eoi.build(second, [name])[name]
        assert import_document(draft, f"back.{name}", second, "ours.yaml").is_empty
    again = import_document(
        answered(eoi.build(second, ["docx"])["docx"], "Is this still so?", (*CHAIR[:2], "Quite."), True),
        "back.docx",
        second,
        "ours.yaml",
    )
    assert [change.path for change in again.comments] == ["remarks[0].replies", "remarks[0].resolved"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_libreoffice_keeps_the_remarks_of_a_draft(name: str, saved_by_libreoffice: Path) -> None:
    saved = (saved_by_libreoffice / f"remarked.{name}").read_bytes()
    assert import_document(saved, "back", source_with_remark(), "ours.yaml").is_empty


@pytest.mark.slow
def test_a_comment_of_a_file_that_libreoffice_saved_as_open_document_comes_back(
    saved_by_libreoffice: Path,
) -> None:
    saved = (saved_by_libreoffice / "cell-from-word.odt").read_bytes()
    (remark,) = remarks(import_document(saved, "back.odt", RAW, "ours.yaml"))
    assert (remark["about"], remark["by"], remark["on"]) == ("resources.posts[0]", *SECRETARY[:2])


def test_a_question_of_ours_that_is_resolved_with_a_reply_proposes_a_waiver_with_that_reason() -> None:
    reply = ("Chair", "2014-06-13", "Agreed with the area team")
    outcome = back(answered(built(SHORT), "To complete:", reply, resolved=True))
    (waiver,) = yaml.load(applied(outcome), yaml.BaseLoader)["waivers"]
    assert waiver["reason"] == "Agreed with the area team"
    after = eoi.read(applied(outcome))
    assert after is not None


def test_a_question_of_ours_with_a_reply_that_is_not_resolved_keeps_the_reply_as_a_remark() -> None:
    outcome = back(answered(built(SHORT), "To complete:", CHAIR, resolved=False))
    (remark,) = remarks(outcome)
    assert (remark["by"], remark["text"]) == ("Chair", "It is.")
    assert remark["about"]
