"""Whatever a submission holds, it goes out and comes back unchanged, and one changed cell is one change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.workbook.layout import FIRST_ROW
from eoi.workbook.rows import list_sheet_rows
from eoi.workbook.sheets import list_sheet_plans
from tests.samples import skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples
from tests.workbook.workbooks import (
    COMPLETE,
    applied,
    back,
    cell_name,
    cells_of,
    changed,
    differences,
    examined_of,
    exported,
    fields_of,
    sheets_of,
    tree_of,
    workbook_of,
)

RAW = COMPLETE.read_bytes()


@pytest.mark.slow
@settings(max_examples=examples(20))
@given(submissions())
def test_any_submission_goes_out_and_comes_back_unchanged(fields: Fields) -> None:
    raw = as_yaml(fields).encode()
    workbook = exported(raw)
    outcome = back(workbook, raw)
    assert outcome.is_empty, outcome
    assert outcome.counts.total == cells_of(workbook)


def text_cells() -> list[tuple[str, str]]:
    """Each cell of a text of one line in the fullest example, with the path of its field."""
    tree = examined_of(RAW).source.tree
    assert tree
    found = []
    for sheet in sheets_of(RAW):
        for number, row in enumerate(list_sheet_rows(sheet.plan, tree), FIRST_ROW):
            found += [(cell_name(sheet, number, index), path) for index, path in fields_of(sheet, row)]
    return found


CELLS = [(cell, path) for cell, path in text_cells() if path not in ("round", "applicants[0].name")]


def test_there_are_many_cells_to_choose_from() -> None:
    assert len(CELLS) > 100
    assert len({cell.partition("!")[0] for cell, _ in CELLS}) > 20 < len(list_sheet_plans())


TYPED = st.tuples(
    st.sampled_from(CELLS), st.sampled_from(("Another text", "it's: a #1 text", "- [x] & more", "=1+1"))
)


def sheet_of(typed: tuple[tuple[str, str], str]) -> str:
    return typed[0][0].partition("!")[0]


@pytest.mark.slow
@settings(max_examples=max(3, examples(6)))
@given(st.lists(TYPED, min_size=1, max_size=12, unique_by=sheet_of))
def test_each_changed_cell_is_one_changed_node(typed: list[tuple[tuple[str, str], str]]) -> None:
    """In several sheets at a time, since most of the time goes to opening and saving the workbook."""
    cells = {cell: text for (cell, _), text in typed}
    outcome = back(changed(workbook_of(COMPLETE), cells, text_formats=cells.keys()), RAW)
    assert sorted((one.path, one.now) for one in outcome.changes) == sorted(
        (path, text) for (_, path), text in typed
    )
    assert sorted(differences(tree_of(RAW), tree_of(applied(outcome, RAW)))) == sorted(
        path for (_, path), _ in typed
    )


def test_none_in_a_list_of_an_item_comes_back_as_none() -> None:
    body = "support: [{body: Board, concerns: none}, {body: Committee, conditions: none, concerns: none}]\n"
    raw = skeleton(more=body).encode()
    outcome = back(exported(raw), raw)
    assert outcome.is_empty, outcome


def test_an_item_that_holds_only_a_list_of_its_own_is_not_gone() -> None:
    raw = skeleton(more="remarks: [{text: Why?}, {replies: [{by: Chair}]}]\n").encode()
    outcome = back(exported(raw), raw)
    assert outcome.is_empty, outcome
