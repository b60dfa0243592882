"""The file may change while a workbook is out: what both sides changed is shown, and written by neither."""

from __future__ import annotations

import pytest

from tests.workbook.workbooks import BATH, applied, back, changed, changed_lines, workbook_of

RAW = BATH.read_bytes()


def meanwhile(was: str, now: str) -> bytes:
    assert RAW.count(was.encode()) == 1
    return RAW.replace(was.encode(), now.encode())


@pytest.mark.long
def test_a_value_that_both_sides_changed_is_a_conflict_and_not_written() -> None:
    into = meanwhile("cost: £43.3k", "cost: £44k")
    outcome = back(changed(workbook_of(BATH, "Posts"), {"Posts!G4": 45_600}), into)
    assert not outcome.changes
    ((conflict),) = outcome.conflicts
    assert (conflict.was, conflict.mine, conflict.theirs) == ("£43.3k", "£44k", "£45.6k")
    assert conflict.placed.difference.where == "Posts!G4"


def test_a_value_that_both_sides_changed_alike_is_no_change() -> None:
    into = meanwhile("cost: £43.3k", "cost: £45.6k")
    assert back(changed(workbook_of(BATH, "Posts"), {"Posts!G4": 45_600}), into).is_empty


def test_what_the_file_alone_changed_stays() -> None:
    into = meanwhile("cost: £43.3k", "cost: £44k")
    assert back(workbook_of(BATH), into).is_empty


@pytest.mark.long
def test_a_change_finds_its_row_where_the_file_has_got_rows_before_it() -> None:
    into = meanwhile("    - role: Project manager\n", "    - role: Analyst\n    - role: Project manager\n")
    outcome = back(changed(workbook_of(BATH, "Posts"), {"Posts!G4": 45_600}), into)
    assert [one.path for one in outcome.changes] == ["resources.posts[1].cost"]
    assert len(changed_lines(outcome, into)) == 2


def test_once_the_changes_are_made_there_is_nothing_left_to_do() -> None:
    raw = changed(workbook_of(BATH, "Posts"), {"Posts!G4": 45_600, "Posts!B8": "Analyst", "Posts!C5": None})
    outcome = back(raw, RAW)
    assert len(outcome.changes) == 3
    assert back(raw, applied(outcome, RAW)).is_empty
