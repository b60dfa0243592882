"""A row that is moved in a document takes the comments above its item along."""

from __future__ import annotations

import pytest

from eoi.change import apply_changes
from eoi.imports.import_document import import_document
from eoi.imports.moved_items import join_moves
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from tests.imports.test_facts_back import SOURCE, row, word_file
from tests.imports.word_edits import WordFile, text_with

COMMENTED = SOURCE.replace("    - {role: Admin", "    # agreed with the board\n    - {role: Admin").replace(
    "cost: £24.6k}\n", "cost: £24.6k}\n    # not agreed\n    - {role: Nurse, band: 6, cost: £30k}\n"
)


def returned(document: WordFile) -> str:
    outcome = import_document(document.pack(), "back.docx", COMMENTED.encode(), "ours.yaml")
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    source = load(COMMENTED.encode(), "x", list_field_names_at)
    changes = join_moves(outcome, source).changes
    return apply_changes(source, changes, list_field_names_at).decode()


def posts_of(text: str) -> list[str]:
    return text.partition("posts:\n")[2].partition("timescales")[0].splitlines()


PROJECT = ["    - {role: Project manager, band: 7, cost: £43.3k}"]
ADMIN = ["    # agreed with the board", "    - {role: Admin support, cost: £24.6k}"]
NURSE = ["    # not agreed", "    - {role: Nurse, band: 6, cost: £30k}"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("moved", "behind", "posts"),
    [
        ("Project manager", "Nurse", [*ADMIN, *NURSE, *PROJECT]),
        ("Project manager", "Admin support", [*ADMIN, *PROJECT, *NURSE]),
        ("Nurse", "Project manager", [*PROJECT, *NURSE, *ADMIN]),
        ("Admin support", "Nurse", [*PROJECT, *NURSE, *ADMIN]),
    ],
)
def test_a_moved_row_takes_its_comment_along(moved: str, behind: str, posts: list[str]) -> None:
    document = WordFile(word_file(COMMENTED))
    row(document, behind).addnext(row(document, moved))
    assert posts_of(returned(document)) == posts


@pytest.mark.long
def test_a_row_that_is_changed_on_its_way_is_a_new_one() -> None:
    document = WordFile(word_file(COMMENTED))
    one = row(document, "Project manager")
    row(document, "Nurse").addnext(one)
    text_with(one, "£43.3k").text = "£50k"
    posts = posts_of(returned(document))
    assert posts[-1] == "    - {role: Project manager, band: 7, cost: £50k}"
