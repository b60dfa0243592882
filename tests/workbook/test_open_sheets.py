"""The cells of an OpenDocument workbook are read as a person sees them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from eoi.imports.archive import CannotImport
from eoi.workbook.grids import GridPlace, ReadCell, ReadSheet
from eoi.workbook.open_sheets import read_open_sheets
from tests.tables import for_each_row

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
SHOWN = "<text:p>{}</text:p>"


def cell(attributes: str = "", shown: str = "") -> str:
    words = SHOWN.format(shown) if shown else ""
    return f"<table:table-cell {attributes}>{words}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def read(*rows: str) -> ReadSheet:
    table = f'<table:table table:name="Posts">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {SPACES} {CALC}>{body}</office:document-content>"
    (sheet,) = read_open_sheets({"content.xml": content.encode()})
    return sheet


def number(kind: str, value: str, shown: str) -> str:
    return cell(f'office:value-type="{kind}" office:value="{value}"', shown)


def day(value: str, shown: str) -> str:
    return cell(f'office:value-type="date" office:date-value="{value}"', shown)


@for_each_row(
    [
        (cell(shown="Programme lead"), ReadCell("Programme lead")),
        (number("float", "1.5", "1.50"), ReadCell(Decimal("1.5"))),
        (number("currency", "62500", "£62,500"), ReadCell(Decimal(62500))),
        (number("percentage", "0.286", "28.6%"), ReadCell(Decimal("0.286"), is_share=True)),
        (number("float", "NaN", "unknown"), ReadCell("unknown")),
        (number("float", "", "about 2"), ReadCell("about 2")),
        (cell('office:value-type="boolean" office:boolean-value="true"', "TRUE"), ReadCell(True)),
        (day("2014-06-20", "20 June 2014"), ReadCell(date(2014, 6, 20), shown="2014-06-20")),
        (day("2014-06-20", "20/06/14 (draft)"), ReadCell(date(2014, 6, 20), shown="2014-06-20")),
        (day("2015-04-01", "April 2015"), ReadCell(date(2015, 4, 1), shown="April 2015")),
        (day("soon", "when agreed"), ReadCell("when agreed")),
        (cell(shown="two<text:s text:c='3'/>parts"), ReadCell("two   parts")),
        (cell(shown="one<text:tab/>two<text:line-break/>three"), ReadCell("one\ttwo\nthree")),
        (cell(shown="seen<office:annotation><text:p>Why?</text:p></office:annotation>"), ReadCell("seen")),
        (cell(shown="a <text:span>bold</text:span> word"), ReadCell("a bold word")),
    ],
)
def test_a_cell_is_read_as_it_is_meant(typed: str, meant: ReadCell) -> None:
    assert read(row(typed)).cells == {GridPlace(1, 1): meant}


@pytest.mark.parametrize("typed", [cell(), number("float", "x", ""), day("soon", "")])
def test_a_cell_that_shows_nothing_is_empty(typed: str) -> None:
    assert read(row(typed)).cells == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (cell('calcext:value-type="error"', "#REF!"), "it shows the error #REF!"),
        (cell('table:formula="of:=SUM([.A1:.A2])"'), "formula"),
    ],
)
def test_what_cannot_be_used_is_said_with_the_cell(typed: str, said: str) -> None:
    (found,) = read(row(typed)).cells.values()
    assert said in f"{found.fault} {found.value}"
    assert found.fault


def test_what_repeats_stands_in_each_place() -> None:
    twice = cell('table:number-columns-repeated="2"', "yes")
    found = read(row(cell('table:number-columns-repeated="3"'), twice), row(cell(shown="no")))
    assert {place.name: one.value for place, one in found.cells.items()} == {
        "D1": "yes",
        "E1": "yes",
        "A2": "no",
    }
    rows = read(
        row(attributes='table:number-rows-repeated="4"'),
        row(cell(shown="x"), attributes='table:number-rows-repeated="2"'),
    )
    assert [place.name for place in rows.cells] == ["A5", "A6"]


def test_rows_in_a_group_and_merged_cells_are_read_where_they_stand() -> None:
    wide = cell('table:number-columns-spanned="2" table:number-rows-spanned="2"', "wide")
    covered = "<table:covered-table-cell/>"
    found = read(
        f"<table:table-header-rows>{row(wide, covered)}</table:table-header-rows>",
        f"<table:table-row-group>{row(covered, covered)}</table:table-row-group>",
        row(cell(shown="below")),
    )
    assert {place.name: one.value for place, one in found.cells.items()} == {"A1": "wide", "A3": "below"}
    assert {place.name for place in found.merged} == {"A1", "B1", "A2", "B2"}


@pytest.mark.parametrize(
    "rows",
    [
        (row(cell(shown="x"), attributes='table:number-rows-repeated="999999999999"'),),
        (row(cell('table:number-columns-repeated="100000"', "x")),),
        (
            row(
                cell('table:number-columns-repeated="400"', "x"),
                attributes='table:number-rows-repeated="600"',
            ),
        ),
    ],
)
def test_a_sheet_of_more_cells_than_any_submission_fills_is_refused(rows: tuple[str, ...]) -> None:
    with pytest.raises(CannotImport, match="Posts"):
        read(*rows)
