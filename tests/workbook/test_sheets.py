"""The sheets of a workbook: one for each list that a round asks for, in words that people use."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import load_workbook

from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Requirement, Round
from eoi.workbook.sheets import list_sheet_plans
from tests.workbook.workbooks import exported

NEW = b"round: 2015\nform: joint\napplicants:\n  - name: NHS Norwich CCG\n"


def requirements(round_: Round) -> Iterator[Requirement]:
    for section in round_.sections:
        yield from section.requirements
        for part in section.parts:
            yield from part.requirements


@pytest.mark.parametrize("round_id", list_known_rounds())
def test_every_list_that_a_round_asks_for_has_a_sheet_before_it_has_an_item(round_id: str) -> None:
    usual = {".".join(one.names) for one in list_sheet_plans() if one.is_usual}
    others = {".".join(one.names) for one in list_sheet_plans()} - usual
    asked = list(requirements(load_round(round_id)))
    assert [one.path for one in asked if one.path in others] == []
    # Another answer may do where the one that is asked for is no list with a sheet.
    assert [one.or_path for one in asked if one.path not in usual and others & {*one.or_path}] == []


def test_an_empty_workbook_has_room_for_what_used_to_appear_only_with_an_item() -> None:
    titles = load_workbook(BytesIO(exported(NEW))).sheetnames
    wanted = ("Meetings of members", "Contact with NHS England", "Evaluation", "Reserved decisions")
    assert [one for one in wanted if one not in titles] == []


def test_no_two_sheets_have_one_title_and_none_is_too_long_for_excel() -> None:
    titles = [one.title for one in list_sheet_plans()]
    assert len({title.lower() for title in titles}) == len(titles)
    assert max(map(len, titles)) <= 31
    assert not [title for title in titles if set(title) & set("[]:*?/\\")]


def test_the_head_of_a_column_tells_the_groups_of_its_field_apart() -> None:
    found = {one.path: one.heading for sheet in list_sheet_plans()[:2] for one in sheet.columns}
    assert found["population.as_of"] == "Population: as of"
    assert found["ccgs_involved.reasons"] == "CCGs involved: reasons"
    assert found["engagement.nhs_england_notes"] == "Engagement: NHS England notes"


def test_a_sheet_repeats_its_first_column_where_it_is_printed_on_several_pages_side_by_side_alone() -> None:
    sheets = [sheet for sheet in load_workbook(BytesIO(exported(NEW))) if sheet.print_title_rows]
    assert {bool(sheet.print_title_cols) for sheet in sheets} == {True, False}
    for sheet in sheets:
        assert bool(sheet.print_title_cols) == ((sheet.page_setup.fitToWidth or 1) > 1), sheet.title
