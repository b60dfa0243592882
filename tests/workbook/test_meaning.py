"""Cells are read as an officer means them, and written as the file writes such values."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.workbook.workbooks import BATH, back, changed, said, workbook_of

COST, START, BAND, RECURRENT = "Posts!G4", "Posts!I4", "Posts!C4", "Posts!H4"
RATE = "Answers!D73"
SERIAL = 41_913  # 1 October 2014


@pytest.mark.parametrize(
    ("cell", "value", "format_", "now"),
    [
        pytest.param(COST, 45_600, "General", "£45.6k", id="an amount in full"),
        pytest.param(COST, 45_612.5, "General", "£45,612.50", id="an amount with pence"),
        pytest.param(COST, 45_000, "[$£-809]#,##0", "£45.0k", id="an amount in a currency format"),
        pytest.param(COST, "£45.6k", "@", "£45.6k", id="an amount as text"),
        pytest.param(COST, "45600", "@", "£45.6k", id="an amount in full as text"),
        pytest.param(COST, -2_000, "General", "-£2.0k", id="an amount below nought"),
        pytest.param(START, datetime(2014, 10, 1), "dd/mm/yyyy", "2014-10-01", id="a day"),
        pytest.param(START, datetime(2014, 10, 1), "mmm-yy", "Oct 2014", id="a month"),
        pytest.param(START, datetime(2014, 10, 1), "yyyy", "2014", id="a year"),
        pytest.param(START, SERIAL, "General", "2014-10-01", id="a day whose format is lost"),
        pytest.param(START, 2014, "General", "2014", id="a year as a number"),
        pytest.param(START, "1/10/2014", "@", "1/10/2014", id="a day as text"),
        pytest.param(START, "October 2014", "@", "October 2014", id="a month as text"),
        pytest.param(START, "2014/15", "@", "2014/15", id="a financial year as text"),
        pytest.param(BAND, 8, "General", "8", id="a number for a text"),
        pytest.param(RECURRENT, True, "General", "yes", id="true for yes"),
        pytest.param(RECURRENT, "No", "@", "No", id="a word in capitals"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(cell: str, value: Any, format_: str, now: str) -> None:
    outcome = back(changed(workbook_of(BATH), {cell: value}, {cell: format_}), BATH.read_bytes())
    assert said(outcome) == []
    assert [one.now for one in outcome.changes] == [now]


@pytest.mark.parametrize(
    ("cell", "value", "complaint"),
    [
        pytest.param(COST, "lots", "write an amount such as £220m", id="a word for an amount"),
        pytest.param(COST, "#REF!", "it shows the error #REF!", id="an error of Excel"),
        pytest.param(START, "20 Junk 2014", "is not a month", id="a month misspelt"),
        pytest.param(START, "10/25/2014", "the day comes first", id="an American day"),
        pytest.param(RECURRENT, "mabye", "write yes or no", id="no word of the list"),
        pytest.param(COST, "=1+1", "formula without a result", id="a formula that nothing has computed"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_as_excel_names_it(cell: str, value: Any, complaint: str) -> None:
    outcome = back(changed(workbook_of(BATH), {cell: value}), BATH.read_bytes())
    assert not outcome.changes
    ((where, reason),) = said(outcome)
    assert where == cell
    assert complaint in reason


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = {COST: "lots", START: "20 Junk 2014", RECURRENT: "mabye"}
    outcome = back(changed(workbook_of(BATH), {**wrong, "Posts!B4": "Project lead"}), BATH.read_bytes())
    assert {where for where, _ in said(outcome)} == set(wrong)
    assert [one.path for one in outcome.changes] == ["resources.posts[0].role"]
    assert (outcome.counts.placed, outcome.counts.unplaced) == (1, 3)


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("text", ["=1+1", "+44 1225", "-lead", "@lead", "=HYPERLINK(1)"])
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    from tests.workbook.workbooks import exported

    raw = BATH.read_bytes().replace(b"role: Project manager", f'role: "{text}"'.encode())
    workbook = exported(raw)
    assert b"<f>" not in workbook
    assert back(workbook, raw).is_empty
    assert back(changed(workbook, {"Posts!G4": 45_600}), raw).counts.placed == 1
