"""A cell of which somebody deletes the words, or strikes them through, takes its value out of the file."""

from __future__ import annotations

import pytest

from tests.imports.test_facts_back import SOURCE, back, retype_cell, row
from tests.imports.test_struck_words import strike
from tests.imports.word_edits import WordFile, text_with

NOTED = SOURCE.replace("date: 2014-10}", "date: 2014-10, note: Soon}")


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("typed", ["", "–"])
@pytest.mark.parametrize(
    ("of_row", "was", "gone"),
    [
        ("Admin support", "£24.6k", ", cost: £24.6k"),
        ("Approving discretionary payments", "As now", ", comment: As now"),
        ("Shadow form", "Soon", ", note: Soon"),
        ("Quorum", "Four members", "\n      quorum: four members"),
    ],
)
def test_an_emptied_cell_takes_its_value_out(of_row: str, was: str, gone: str, typed: str) -> None:
    assert gone in NOTED
    outcome, after = back(retype_cell(of_row, was, typed), NOTED)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == NOTED.replace(gone, "", 1)


def test_a_struck_cell_takes_its_value_out() -> None:
    def change(document: WordFile) -> None:
        strike(text_with(row(document, "Admin support"), "£24.6k").getparent().getparent())

    outcome, after = back(change)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == SOURCE.replace(", cost: £24.6k", "", 1)


def test_a_dash_that_is_deleted_is_no_change() -> None:
    outcome, after = back(retype_cell("Admin support", "–", ""))
    assert not outcome.unplaced
    assert after == SOURCE
