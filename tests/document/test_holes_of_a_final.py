"""A final has words in each cell that is left open; a draft has a dash."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Table
from eoi.document.gaps.hole_words import AGREED, NOT_STATED, HoleWords
from eoi.document.walk import walk_blocks
from tests.samples import EXAMPLES, interest, lines_of, skeleton

TEXT = skeleton(
    more="scope:\n  functions:\n"
    "    - {function: Estates, in_scope: yes, lead: ccg, comment: Soon, risk: Delay}\n"
    "    - {function: Training, in_scope: yes}\n"
    "resources:\n  posts:\n"
    "    - {role: Manager, band: 7, wte: 1, cost: £50k}\n"
    "    - {role: Clerk}\n"
    "  total: £50k\n"
    "timescales:\n  - {milestone: Start, date: April 2015}\n  - {milestone: Review}\n"
    "governance:\n  groups:\n    - {name: Strategic group, purpose: It decides.}\n"
)


def row(label: str, *, final: bool = True, text: str = TEXT) -> list[str]:
    """The cells of a row by the words of its first cell."""
    return next(
        words
        for block in walk_blocks(interest(text, final=final).blocks)
        if isinstance(block, Table)
        for cells in block.rows
        if (words := [" ".join(lines_of(cell.blocks)) for cell in cells])[0] == label
    )


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Training", ["Training", "Yes", AGREED, "None recorded", "None identified"]),
        ("Clerk", ["Clerk", NOT_STATED, NOT_STATED, AGREED]),
        ("Review", ["Review", AGREED]),
        ("Chair", ["Chair", "To be agreed"]),
    ],
)
def test_each_hole_has_words_by_the_kind_of_its_field(label: str, words: list[str]) -> None:
    assert row(label) == words


def test_a_cell_that_belongs_to_no_field_keeps_its_dash() -> None:
    assert row("Total") == ["Total", "–", "–", "£50k"]


def test_a_draft_claims_nothing_and_has_a_dash() -> None:
    assert row("Training", final=False)[1:] == ["Yes", "–", "–", "–"]


def test_what_was_declined_is_no_longer_to_be_agreed() -> None:
    declined = TEXT + "decision: {outcome: declined, date: 2 January 2015}\n"
    assert row("Review", text=declined) == ["Review", NOT_STATED]


def test_the_first_of_several_fields_chooses_the_words() -> None:
    assert HoleWords().for_field("support[0].view support[0].date") == "No view was recorded"


def test_a_final_of_an_example_has_no_bare_dash_where_a_field_is_left_open() -> None:
    found = [
        (path.name, block.anchor)
        for path in EXAMPLES
        for block in walk_blocks(interest(path.read_bytes(), final=True).blocks)
        if isinstance(block, Table) and block.anchor.startswith(("table-scope", "table-evaluation"))
        for cells in block.rows
        for cell in cells
        if lines_of(cell.blocks) == ["–"]
    ]
    assert found == []
