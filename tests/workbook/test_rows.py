"""Rows and columns may be moved, added, hidden, left blank or deleted, and each finds its item."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.workbook.workbooks import (
    BATH,
    COMPLETE,
    applied,
    back,
    cells_of,
    changed,
    changed_lines,
    edited,
    exported,
    said,
    workbook_of,
)

INTO = BATH.read_bytes()


def test_moved_rows_are_no_change() -> None:
    def swap(workbook: Workbook) -> None:
        sheet = workbook["Posts"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=6)]
        for number, row in enumerate(reversed(rows), 4):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value

    assert back(edited(workbook_of(BATH, "Posts"), swap), INTO).is_empty


@pytest.mark.slow
def test_rows_that_are_sorted_without_their_hidden_column_are_no_change() -> None:
    def swap(workbook: Workbook) -> None:
        sheet = workbook["Posts"]
        rows = [[cell.value for cell in row][1:] for row in sheet.iter_rows(min_row=4, max_row=6)]
        for number, row in enumerate(reversed(rows), 4):
            for column, value in enumerate(row, 2):
                sheet.cell(number, column).value = value

    assert back(edited(workbook_of(BATH, "Posts"), swap), INTO).is_empty


@pytest.mark.sampled
@pytest.mark.parametrize("after", [3, 5, 6, 20], ids=["above", "between", "below", "far below"])
def test_a_row_that_is_added_anywhere_is_an_item_at_the_end(after: int) -> None:
    def add(workbook: Workbook) -> None:
        sheet = workbook["Posts"]
        sheet.insert_rows(after + 1)
        sheet.cell(after + 1, 2).value = "Analyst"
        sheet.cell(after + 1, 7).value = 30_000

    outcome = back(edited(workbook_of(BATH, "Posts"), add), INTO)
    assert [line.strip("+ ") for line in changed_lines(outcome, INTO)] == ["- role: Analyst", "cost: £30.0k"]
    assert outcome.counts.placed == 2


def test_a_row_that_is_deleted_is_an_item_less() -> None:
    outcome = back(
        edited(workbook_of(BATH, "Posts"), lambda workbook: workbook["Posts"].delete_rows(5)), INTO
    )
    assert [(one.path, one.now) for one in outcome.changes] == [("resources.posts[1]", "")]
    assert b"Admin support" not in applied(outcome, INTO)


@pytest.mark.slow
def test_a_row_whose_cells_are_emptied_is_an_item_less() -> None:
    def empty(workbook: Workbook) -> None:
        for column in range(2, 11):
            workbook["Posts"].cell(5, column).value = None

    outcome = back(edited(workbook_of(BATH, "Posts"), empty), INTO)
    assert [one.path for one in outcome.changes] == ["resources.posts[1]"]


ONE_POST = """\
round: 2014
form: joint
applicants: [{name: NHS Somewhere CCG}]
resources:
  posts:
    - {role: Project manager, cost: £43.3k} # agreed
"""
TWO_POSTS = f"{ONE_POST}    - {{role: Nurse, band: 5}}\n"


def rewrite_posts(first: int, *roles: str) -> Callable[[Workbook], None]:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["Posts"]
        sheet.delete_rows(first, sheet.max_row)
        for number, role in enumerate(roles, first):
            sheet.cell(number, 2).value = role

    return edit


@pytest.mark.parametrize(
    ("source", "edit", "roles"),
    [
        pytest.param(ONE_POST, rewrite_posts(4, "Analyst"), ["Analyst"], id="the only one"),
        pytest.param(TWO_POSTS, rewrite_posts(5, "Analyst"), ["Project manager", "Analyst"], id="the last"),
        pytest.param(
            TWO_POSTS,
            rewrite_posts(4, "Analyst", "Clerk", "Driver"),
            ["Analyst", "Clerk", "Driver"],
            id="all",
        ),
    ],
)
def test_rows_in_the_place_of_others_take_it(
    source: str, edit: Callable[[Workbook], None], roles: list[str]
) -> None:
    outcome = back(edited(exported(source.encode()), edit), source.encode())
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    after = applied(outcome, source.encode()).decode()
    assert re.findall(r"role: ([^,}\n]+)", after) == roles


def test_a_row_of_the_answers_that_is_deleted_is_listed_and_erases_nothing() -> None:
    outcome = back(
        edited(workbook_of(BATH, "Answers"), lambda workbook: workbook["Answers"].delete_rows(6)), INTO
    )
    assert not outcome.changes
    (left,) = outcome.unplaced
    assert (left.difference.was, left.difference.now, left.nearest) == ("submitted", "", "status")
    assert "to remove the answer, keep the row and empty the cell" in left.reason


@pytest.mark.slow
def test_blank_and_hidden_rows_are_no_change() -> None:
    def hide(workbook: Workbook) -> None:
        workbook["Posts"].insert_rows(4, 3)
        workbook["Posts"].row_dimensions[8].hidden = True

    assert back(edited(workbook_of(BATH, "Posts"), hide), INTO).is_empty


def test_columns_may_be_moved_and_a_column_that_is_deleted_erases_nothing() -> None:
    def move(workbook: Workbook) -> None:
        sheet = workbook["Posts"]
        for row in sheet.iter_rows(min_row=1, max_row=6):
            row[1].value, row[6].value = row[6].value, row[1].value
        sheet.delete_cols(3)

    assert back(edited(workbook_of(BATH, "Posts"), move), INTO).is_empty


def test_a_column_that_is_added_is_listed_and_changes_nothing() -> None:
    def add(workbook: Workbook) -> None:
        workbook["Posts"]["K2"], workbook["Posts"]["K4"] = "Cost centre", "4711"

    outcome = back(edited(workbook_of(BATH, "Posts"), add), INTO)
    assert not outcome.changes
    assert [where for where, _ in said(outcome)] == ["Posts!K2", "Posts!K4"]
    assert all("column" in reason for _, reason in said(outcome))


def test_a_sheet_that_is_added_is_listed_and_one_that_is_deleted_erases_nothing() -> None:
    def add(workbook: Workbook) -> None:
        workbook.create_sheet("My sums")["B2"] = 42
        del workbook["Posts"]

    outcome = back(edited(workbook_of(BATH), add), INTO)
    assert not outcome.changes
    assert [where for where, _ in said(outcome)] == ["'My sums'!B2"]


@pytest.mark.long
def test_a_member_goes_to_the_group_that_its_row_names() -> None:
    into = COMPLETE.read_bytes()
    row = {"Members!B6": "Joint Primary Care Committee", "Members!C6": "Secretary", "Members!E6": "no"}
    outcome = back(changed(workbook_of(COMPLETE, "Groups", "Members"), row), into)
    assert [line.strip("+ ") for line in changed_lines(outcome, into)] == ["- {role: Secretary, voting: no}"]
    assert [one.path for one in outcome.changes] == ["governance.groups[0].members"]


@pytest.mark.sampled
@pytest.mark.parametrize(("group", "reason"), [("Nobody", "no 'Nobody' on the sheet"), (None, "say which")])
def test_a_member_of_no_group_is_listed(group: str | None, reason: str) -> None:
    row: dict[str, Any] = {"Members!B6": group, "Members!C6": "Secretary"}
    outcome = back(changed(workbook_of(COMPLETE, "Groups", "Members"), row), COMPLETE.read_bytes())
    assert not outcome.changes
    ((where, why),) = said(outcome)
    assert where == "Members!B6"
    assert reason in why


@pytest.mark.long
def test_a_new_group_comes_with_its_members() -> None:
    into = COMPLETE.read_bytes()
    rows = {"Groups!B5": "Audit group", "Members!B6": "Audit group", "Members!C6": "Auditor"}
    outcome = back(changed(workbook_of(COMPLETE, "Groups", "Members"), rows), into)
    after = applied(outcome, into).decode()
    assert "- name: Audit group\n      members:\n        - role: Auditor\n" in after
    assert (outcome.counts.placed, outcome.unplaced) == (3, ())


@pytest.mark.long
def test_a_list_in_a_cell_changes_by_its_lines() -> None:
    into = COMPLETE.read_bytes()
    value = "Pool the hours of small practices\nShare a telephone system\nOpen on Saturdays"
    outcome = back(changed(workbook_of(COMPLETE, "Priorities"), {"Priorities!C4": value}), into)
    assert [line.strip() for line in changed_lines(outcome, into)] == [
        "-       - Share one telephone system",
        "+       - Share a telephone system",
        "+       - Open on Saturdays",
    ]


def test_a_cell_that_is_emptied_takes_its_field_out() -> None:
    outcome = back(changed(workbook_of(BATH, "Posts"), {"Posts!C4": None}), INTO)
    assert [(one.path, one.was, one.now) for one in outcome.changes] == [("resources.posts[0].band", "7", "")]


@pytest.mark.long
def test_a_function_of_the_catalogue_counts_once_somebody_decides_about_it() -> None:
    into = BATH.read_bytes()
    keys = scope_keys()
    last = max(row for row, key in keys.items() if key.startswith("eoi:catalogue."))
    outcome = back(changed(workbook_of(BATH, "Scope"), {f"Scope!F{last}": "no"}), into)
    assert len(outcome.changes) == 1
    assert outcome.changes[0].path == "scope.functions"
    assert f"id: {keys[last].removeprefix('eoi:catalogue.')}".encode() in applied(outcome, into)


def scope_keys() -> dict[int, str]:
    """The hidden key of each row of the sheet of functions."""
    sheet = load_workbook(BytesIO(workbook_of(BATH, "Scope")))["Scope"]
    return {row: str(sheet.cell(row, 1).value) for row in range(4, 60)}


def test_merged_cells_are_named_and_change_nothing() -> None:
    outcome = back(
        edited(workbook_of(BATH, "Posts"), lambda workbook: workbook["Posts"].merge_cells("G4:G6")), INTO
    )
    assert not outcome.changes
    assert {where for where, _ in said(outcome)} == {"Posts!G5", "Posts!G6"}
    assert all("merged" in reason for _, reason in said(outcome))


@pytest.mark.long
def test_every_cell_is_unchanged_placed_or_listed() -> None:
    def many(workbook: Workbook) -> None:
        workbook["Posts"]["K4"], workbook["Posts"]["G4"], workbook["Posts"]["G5"] = "mine", 45_600, "lots"
        workbook["Posts"]["B9"], workbook["Posts"]["G9"] = "Analyst", "£1k"
        workbook["Answers"]["E5"], workbook["About"]["B30"] = "mine too", "and here"
        workbook["Milestones"].delete_rows(5)
        workbook["Posts"]["B2"] = "Job"

    raw = edited(workbook_of(BATH), many)
    counts = back(raw, INTO).counts
    assert counts.total == cells_of(raw)
    assert (counts.placed, counts.unplaced) == (3, 5)


@pytest.mark.slow
def test_a_budget_line_goes_where_its_row_stands_since_totals_add_up_what_is_above_them() -> None:
    def add(workbook: Workbook) -> None:
        workbook["Budget lines"].insert_rows(5)
        workbook["Budget lines"]["B5"], workbook["Budget lines"]["C5"] = "Dispensing", 1_000_000

    into = COMPLETE.read_bytes()
    outcome = back(edited(workbook_of(COMPLETE, "Budget lines"), add), into)
    assert [(one.path, one.now) for one in outcome.changes] == [
        ("arrangement.budget.lines[1]", "Dispensing; £1.0m")
    ]
    lines = applied(outcome, into).decode().split("\n")
    (place,) = [number for number, line in enumerate(lines) if "Dispensing" in line]
    assert "GMS and PMS contracts" in lines[place - 1]
    assert "Premises" in lines[place + 1]


def test_an_offered_function_that_is_reworded_is_no_longer_one_that_is_offered() -> None:
    def reword(workbook: Workbook) -> None:
        workbook["Scope"]["B4"].value = "Something else"

    raw = ONE_POST.encode()
    outcome = back(edited(exported(raw), reword), raw)
    assert [change.now.partition(";")[0] for change in outcome.changes] == ["Something else"]
