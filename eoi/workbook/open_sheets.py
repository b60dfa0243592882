"""The reader of OpenDocument workbooks. It reads the content of cells as it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple
from xml.etree.ElementTree import Element

from eoi.imports.archive import CannotImport, read_xml
from eoi.imports.lines import MarginComment
from eoi.imports.open_document_parts import read_comment
from eoi.submission.dates import read_when
from eoi.workbook.excel import NO_RESULT, TOO_MANY
from eoi.workbook.grids import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, STRUCK, GridPlace, ReadCell, ReadSheet

ODF = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TABLE, TEXT, STYLE = (f"{{{ODF}:{name}:1.0}}" for name in ("office", "table", "text", "style"))
EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
ROW_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-row-group", "table-rows"))
MOST_SPACES = 1000


class PlacedCell(NamedTuple):
    """A filled cell with its position, and the numbers of rows and columns that it is merged over."""

    place: GridPlace
    cell: ReadCell
    rows: int
    columns: int


def read_open_sheets(parts: Mapping[str, bytes]) -> list[ReadSheet]:
    """Read the sheets of an OpenDocument workbook; raise `CannotImport` if that is impossible."""
    content = read_xml(parts, "content.xml")
    tables = content.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    sheets = [read_open_table(one, list_struck_styles(content)) for one in tables]
    if sum(len(sheet.cells) for sheet in sheets) > MOST_CELLS:
        raise CannotImport(TOO_MANY)
    return sheets


def list_struck_styles(content: Element) -> frozenset[str]:
    """Return the names of the styles that strike words through."""
    styles = content.iterfind(f"{OFFICE}automatic-styles/{STYLE}style")
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in styles
        for font in style.iterfind(f"{STYLE}text-properties")
        if font.get(f"{STYLE}text-line-through-style", "none") != "none"
    )


def read_open_table(table: Element, struck: Collection[str] = ()) -> ReadSheet:
    """Read the cells of a sheet. `struck` holds the names of the styles that strike words through."""
    title, cells, merged = table.get(f"{TABLE}name", ""), dict[GridPlace, ReadCell](), set[GridPlace]()
    for one in place_cells(table, title, struck):
        cells[one.place] = one.cell
        if len(cells) > MOST_CELLS:
            raise CannotImport(f"{TOO_MANY} (sheet {title})")
        if one.rows > 1 or one.columns > 1:
            merged |= {
                GridPlace(one.place.row + row, one.place.column + column)
                for row in range(min(one.rows, MOST_COLUMNS))
                for column in range(min(one.columns, MOST_COLUMNS))
            }
    return ReadSheet(title, cells, frozenset(merged), dict(find_annotations(table)))


def find_annotations(table: Element) -> Iterator[tuple[GridPlace, MarginComment]]:
    """Yield the comments of a sheet with their cells."""
    row = 1
    for element in list_open_rows(table):
        column = 1
        for cell in element:
            annotation = cell.find(f"{OFFICE}annotation")
            if annotation is not None and (comment := read_comment(annotation)).text:
                yield GridPlace(row, column), comment
            column += count_repeats(cell, "number-columns-repeated") if cell.tag in CELLS else 0
        row += count_repeats(element, "number-rows-repeated")


def place_cells(table: Element, title: str, struck: Collection[str]) -> Iterator[PlacedCell]:
    """Yield the filled cells. The file holds repeated cells once, with the number of repetitions."""
    row = 1
    for element in list_open_rows(table):
        repeated = count_repeats(element, "number-rows-repeated")
        found = list(list_filled_cells(element, struck))
        if found and (row + repeated > MOST_ROWS or found[-1][0] > MOST_COLUMNS):
            raise CannotImport(f"{TOO_MANY} (sheet {title})")
        for number in range(row, row + repeated) if found else ():
            for column, cell, rows, columns in found:
                yield PlacedCell(GridPlace(number, column), cell, rows, columns)
        row += repeated


def list_open_rows(parent: Element) -> Iterator[Element]:
    """Yield the rows of a sheet, including grouped rows."""
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in ROW_GROUPS:
            yield from list_open_rows(child)


def list_filled_cells(row: Element, struck: Collection[str]) -> Iterator[tuple[int, ReadCell, int, int]]:
    """Yield the filled cells of a row, each with its column and the rows and columns it is merged over."""
    column = 1
    for element in row:
        if element.tag not in CELLS:
            continue
        repeated = count_repeats(element, "number-columns-repeated")
        if cell := read_open_cell(element):
            named = {one.get(f"{TEXT}style-name", "") for one in element.iter(f"{TEXT}span")}
            if not cell.fault and not named.union({element.get(f"{TABLE}style-name", "")}).isdisjoint(struck):
                cell = replace(cell, fault=STRUCK)
            rows = count_repeats(element, "number-rows-spanned")
            columns = count_repeats(element, "number-columns-spanned")
            for number in range(column, column + min(repeated, MOST_COLUMNS + 1)):
                yield number, cell, rows, columns
        column += repeated


def count_repeats(element: Element, name: str) -> int:
    """Return the number of repetitions, at least 1. A very long number is cut to nine digits."""
    text = element.get(f"{TABLE}{name}", "1")
    return max(1, int(text[:9])) if text.isdecimal() else 1


def read_open_cell(element: Element) -> ReadCell | None:
    """Read a cell; return None if it is empty."""
    kind = element.get(f"{OFFICE}value-type", "")
    shown = "\n".join(read_paragraph(one) for one in element.iterfind(f"{TEXT}p"))
    if element.get(f"{EXTENDED}value-type") == "error":
        return ReadCell(shown, fault=f"it shows the error {shown}; type the value")
    if kind in ("float", "currency", "percentage"):
        return read_open_number(element.get(f"{OFFICE}value", ""), shown, kind == "percentage")
    if kind == "boolean":
        return ReadCell(element.get(f"{OFFICE}boolean-value") == "true")
    if kind == "date":
        return read_open_day(element.get(f"{OFFICE}date-value", ""), shown)
    if not shown.strip():
        return ReadCell("a formula", fault=NO_RESULT) if element.get(f"{TABLE}formula") else None
    return ReadCell(shown)


def read_open_number(value: str, shown: str, is_share: bool) -> ReadCell | None:
    """Read a number; return the shown text if it is not a number, or None if the cell is empty."""
    try:
        number = Decimal(repr(float(value)))
    except (ValueError, InvalidOperation):
        number = Decimal("NaN")
    if not number.is_finite():
        return ReadCell(shown) if shown.strip() else None
    return ReadCell(number, is_share=is_share)


def read_open_day(value: str, shown: str) -> ReadCell | None:
    """Read a day as precisely as the cell shows it. Some cells show only the month or the year."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return ReadCell(shown) if shown.strip() else None
    try:
        meant = read_when(shown)
    except ValueError:
        return ReadCell(day, shown=day.isoformat())
    is_rough = not meant.is_day and meant.first <= day <= meant.last
    return ReadCell(day, shown=meant.written if is_rough else day.isoformat())


def read_paragraph(element: Element) -> str:
    """Return the words of a paragraph with its spaces and line breaks, and without comments in it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * min(count_spaces(child), MOST_SPACES))
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif child.tag != f"{OFFICE}annotation":
            pieces.append(read_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def count_spaces(element: Element) -> int:
    """Return the number of spaces that an element means."""
    text = element.get(f"{TEXT}c", "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1
