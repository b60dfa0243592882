"""Whatever a submission holds, it goes out and comes back unchanged, and one changed cell is one change."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from eoi.source import load
from eoi.source.nodes import Plain, path_text, to_plain
from eoi.submission.kinds import TEXT
from eoi.submission.vocabulary import fields_at
from eoi.workbook.layout import FIRST_ROW, LaidSheet
from eoi.workbook.rows import SheetRow, list_sheet_rows
from eoi.workbook.sheets import every_sheet
from tests.samples import skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.workbook.workbooks import (
    COMPLETE,
    applied,
    back,
    cells_of,
    changed,
    examined_of,
    exported,
    sheets_of,
    workbook_of,
)

RAW = COMPLETE.read_bytes()


@settings(max_examples=20)
@given(submissions())
def test_any_submission_goes_out_and_comes_back_unchanged(fields: Fields) -> None:
    raw = as_yaml(fields).encode()
    workbook = exported(raw)
    outcome = back(workbook, raw)
    assert outcome.is_empty, outcome
    assert outcome.ledger.total == cells_of(workbook)


def text_cells() -> list[tuple[str, str]]:
    """Each cell of a text of one line in the fullest example, with the path of its field."""
    tree = examined_of(RAW).source.tree
    assert tree
    found = []
    for sheet in sheets_of(RAW):
        for number, row in enumerate(list_sheet_rows(sheet.plan, tree), FIRST_ROW):
            found += [(cell_name(sheet, number, index), path) for index, path in text_fields(sheet, row)]
    return found


def text_fields(sheet: LaidSheet, row: SheetRow) -> list[tuple[int, str]]:
    """The columns of a row that hold a text of one line, with the path of the field."""
    return [
        (index, path_text((*row.path, *column.names)))
        for index, column in enumerate(sheet.plan.columns)
        if column.field.kind is TEXT and isinstance(row.values.get(column.names), str)
    ]


def cell_name(sheet: LaidSheet, row: int, index: int) -> str:
    """The name of a cell as Excel has it; the sheet of single answers has them below each other."""
    if not sheet.plan.names:
        return f"Answers!D{FIRST_ROW + index}"
    letter = get_column_letter(2 + index + bool(sheet.plan.parent))
    return f"'{sheet.plan.title}'!{letter}{row}"


CELLS = [(cell, path) for cell, path in text_cells() if path not in ("round", "applicants[0].name")]


def test_there_are_many_cells_to_choose_from() -> None:
    assert len(CELLS) > 100
    assert len({cell.partition("!")[0] for cell, _ in CELLS}) > 20 < len(every_sheet())


@settings(max_examples=25)
@given(st.sampled_from(CELLS), st.sampled_from(("Another text", "it's: a #1 text", "- [x] & more", "=1+1")))
def test_one_changed_cell_is_one_changed_node(chosen: tuple[str, str], text: str) -> None:
    cell, path = chosen
    sheet, _, name = cell.rpartition("!")
    raw = changed(workbook_of(COMPLETE), {cell: text}, text_formats={cell})
    outcome = back(raw, RAW)
    assert [(one.path, one.now) for one in outcome.changes] == [(path, text)], (sheet, name)
    assert differences(tree_of(RAW), tree_of(applied(outcome, RAW))) == [path]


def tree_of(raw: bytes) -> Plain:
    tree = load(raw, "x", fields_at).tree
    assert tree
    return to_plain(tree)


def differences(one: Plain, two: Plain, path: str = "") -> list[str]:
    """The paths at which two trees differ."""
    if isinstance(one, dict) and isinstance(two, dict):
        names = list(dict.fromkeys([*one, *two]))
        return [
            found
            for name in names
            for found in differences(one.get(name, ""), two.get(name, ""), f"{path}.{name}".strip("."))
        ]
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        pairs = enumerate(zip(one, two, strict=True))
        return [found for number, (a, b) in pairs for found in differences(a, b, f"{path}[{number}]")]
    return [] if one == two else [path]


def test_none_in_a_list_of_an_item_comes_back_as_none() -> None:
    body = "support: [{body: Board, concerns: none}, {body: Committee, conditions: none, concerns: none}]\n"
    raw = skeleton(more=body).encode()
    outcome = back(exported(raw), raw)
    assert outcome.is_empty, outcome


def test_an_item_that_holds_only_a_list_of_its_own_is_not_gone() -> None:
    raw = skeleton(more="remarks: [{text: Why?}, {replies: [{by: Chair}]}]\n").encode()
    outcome = back(exported(raw), raw)
    assert outcome.is_empty, outcome
