"""Cells are read as an officer means them, and written as the file writes such values."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.workbook.workbooks import BATH, back, changed, said, workbook_of

COST, START, BAND, RECURRENT = "G", "I", "C", "H"  # columns of the sheet of posts
RATE = "Answers!D73"
SERIAL = 41_913  # 1 October 2014


MEANT: tuple[tuple[str, Any, str, str], ...] = (
    (COST, 45_600, "General", "£45.6k"),  # an amount in full
    (COST, 45_612.5, "General", "£45,612.50"),  # an amount with pence
    (COST, 45_000, "[$£-809]#,##0", "£45.0k"),  # an amount in a currency format
    (COST, "£45.6k", "@", "£45.6k"),  # an amount as text
    (COST, "45600", "@", "£45.6k"),  # an amount in full as text
    (COST, -2_000, "General", "-£2.0k"),  # an amount below nought
    (START, datetime(2014, 10, 1), "dd/mm/yyyy", "2014-10-01"),  # a day
    (START, datetime(2014, 10, 1), "mmm-yy", "Oct 2014"),  # a month
    (START, datetime(2014, 10, 1), "yyyy", "2014"),  # a year
    (START, SERIAL, "General", "2014-10-01"),  # a day whose format is lost
    (START, 2014, "General", "2014"),  # a year as a number
    (START, "1/10/2014", "@", "1/10/2014"),  # a day as text
    (START, "October 2014", "@", "October 2014"),  # a month as text
    (START, "2014/15", "@", "2014/15"),  # a financial year as text
    (BAND, 8, "General", "8"),  # a number for a text
    (RECURRENT, True, "General", "yes"),  # true for yes
    (RECURRENT, "No", "@", "No"),  # a word in capitals
)
POSTS = (4, 5, 6)


def share_workbooks() -> list[list[tuple[str, Any, str, str]]]:
    """Give each case a cell of its own in as few workbooks as there can be: one takes long to change."""
    found = list[list[tuple[str, Any, str, str]]]()
    for column in (COST, START, BAND, RECURRENT):
        for number, (_, *case) in enumerate(one for one in MEANT if one[0] == column):
            book, post = divmod(number, len(POSTS))
            found += [[]] if len(found) == book else []
            found[book].append((f"{column}{POSTS[post]}", *case))
    return found


@pytest.mark.parametrize("cases", share_workbooks(), ids=["one", "another", "a third"])
def test_a_cell_is_read_as_it_is_meant(cases: list[tuple[str, Any, str, str]]) -> None:
    values = {f"Posts!{cell}": value for cell, value, *_ in cases}
    formats = {f"Posts!{cell}": format_ for cell, _, format_, _ in cases}
    outcome = back(changed(workbook_of(BATH, "Posts"), values, formats), BATH.read_bytes())
    assert said(outcome) == []
    assert {one.where: one.now for one in outcome.changes} == {
        f"Posts!{cell}": now for cell, *_, now in cases
    }


@pytest.mark.parametrize(
    ("cell", "value", "complaint"),
    [
        pytest.param(COST, "lots", "write an amount such as £220m", id="a word for an amount"),
        pytest.param(
            COST, 45.6, "£45.6k or £45.60? Write it with its unit", id="an amount without its scale"
        ),
        pytest.param(COST, "45", "£45k or £45? Write it", id="a text of an amount without its scale"),
        pytest.param(COST, "#REF!", "it shows the error #REF!", id="an error of Excel"),
        pytest.param(START, "20 Junk 2014", "is not a month", id="a month misspelt"),
        pytest.param(START, "10/25/2014", "the day comes first", id="an American day"),
        pytest.param(RECURRENT, "mabye", "write yes or no", id="no word of the list"),
        pytest.param(COST, "=1+1", "formula without a result", id="a formula that nothing has computed"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_as_excel_names_it(cell: str, value: Any, complaint: str) -> None:
    outcome = back(changed(workbook_of(BATH, "Posts"), {f"Posts!{cell}4": value}), BATH.read_bytes())
    assert not outcome.changes
    ((where, reason),) = said(outcome)
    assert where == f"Posts!{cell}4"
    assert complaint in reason


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = {"Posts!G4": "lots", "Posts!I4": "20 Junk 2014", "Posts!H4": "mabye"}
    raw = changed(workbook_of(BATH, "Posts"), {**wrong, "Posts!B4": "Project lead"})
    outcome = back(raw, BATH.read_bytes())
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
