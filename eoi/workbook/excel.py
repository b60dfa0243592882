"""The reader of Excel workbooks. It reads the displayed content of cells, and never formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from eoi.expressions import Expression
from eoi.imports.archive import CannotImport, read_xml
from eoi.workbook.cell_comments import read_excel_comments
from eoi.workbook.grids import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    STRUCK,
    GridPlace,
    ReadCell,
    ReadSheet,
    parse_place,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK = "xl/workbook.xml"
ESCAPED = Expression(r"_x([0-9A-Fa-f]{4})_")
QUOTED = Expression(r'"[^"]{0,80}"|\\.|\[[^\]]{0,80}\]|_.|\*.')
ZERO_DAYS = (date(1899, 12, 30), date(1904, 1, 1))  # days 0; the second is for old Macintosh files
BUILT_IN_DAYS = {14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy h:mm"}
BUILT_IN_SHARES = (9, 10)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
TOO_MANY = "it has more rows than any submission; delete the empty rows below the last that is filled in"
NO_RESULT = "it holds a formula without a result; open the workbook, save it, and send it again"


@dataclass(frozen=True, slots=True)
class Workbook:
    """The parts of a workbook that its cells refer to: texts, number formats, and the day with number 0.

    `struck` tells of each cell style whether it strikes words through.
    """

    texts: Sequence[ReadCell | None]
    formats: Sequence[str]
    struck: Sequence[bool]
    zero_day: date


def read_excel(parts: Mapping[str, bytes]) -> list[ReadSheet]:
    """Read the sheets of an Excel workbook; raise `CannotImport` if that is impossible."""
    workbook = read_xml(parts, WORKBOOK)
    properties = workbook.find(f"{MAIN}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    around = Workbook(read_texts(parts), read_formats(parts), read_struck(parts), ZERO_DAYS[from_1904])
    targets = read_targets(parts)
    sheets: list[ReadSheet] = []
    for sheet in workbook.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
        target = targets.get(sheet.get(RELATION, ""), "")
        if target in parts:
            sheets.append(read_excel_sheet(sheet.get("name", ""), parts, target, around))
    if sum(len(sheet.cells) for sheet in sheets) > MOST_CELLS:
        raise CannotImport(TOO_MANY)
    return sheets


def read_targets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the parts that the workbook refers to, by the keys of its relationships."""
    name = "xl/_rels/workbook.xml.rels"
    if name not in parts:
        return {}
    relations = [one for one in read_xml(parts, name) if one.get("TargetMode") != "External"]
    return {one.get("Id", ""): find_part(one.get("Target", "")) for one in relations}


def find_part(target: str) -> str:
    """Return the name of a part from the target of a relationship."""
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def read_texts(parts: Mapping[str, bytes]) -> list[ReadCell | None]:
    """Return the texts that cells refer to by number."""
    name = "xl/sharedStrings.xml"
    return [read_text_cell(one) for one in read_xml(parts, name)] if name in parts else []


def read_text_cell(element: Element) -> ReadCell | None:
    """Return a text as a cell; return None if it is only white space."""
    cell = make_read_cell(read_cell_text(element))
    struck = any(has_strike(one) for one in element.iterfind(f"{MAIN}r/{MAIN}rPr"))
    return replace(cell, fault=STRUCK) if cell and struck else cell


def has_strike(font: Element | None) -> bool:
    """Tell whether a font strikes words through."""
    strike = font.find(f"{MAIN}strike") if font is not None else None
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def read_cell_text(element: Element) -> str:
    """Return the words of a text, without phonetic readings of Japanese."""
    found = (part for part in (element, *element.iterfind(f"{MAIN}r")))
    text = "".join(one.text or "" for part in found for one in part.iterfind(f"{MAIN}t"))
    plain = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def read_formats(parts: Mapping[str, bytes]) -> list[str]:
    """Return the number format of each cell style."""
    name = "xl/styles.xml"
    if name not in parts:
        return []
    styles = read_xml(parts, name)
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iter(f"{MAIN}numFmt")}
    return [
        own.get(number := one.get("numFmtId", "0"), "") or find_built_in_format(number)
        for one in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
    ]


def read_struck(parts: Mapping[str, bytes]) -> list[bool]:
    """Tell of each cell style whether it strikes words through."""
    name = "xl/styles.xml"
    if name not in parts:
        return []
    styles = read_xml(parts, name)
    struck = {str(at) for at, one in enumerate(styles.iterfind(f"{MAIN}fonts/{MAIN}font")) if has_strike(one)}
    return [one.get("fontId", "") in struck for one in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]


def find_built_in_format(number: str) -> str:
    """Return a built-in format of Excel by its number; empty if it is not for days or shares."""
    known = int(number) if number.isdecimal() and len(number) < 5 else 0
    return BUILT_IN_DAYS.get(known, "0%" if known in BUILT_IN_SHARES else "")


def read_excel_sheet(title: str, parts: Mapping[str, bytes], target: str, around: Workbook) -> ReadSheet:
    """Read the cells of a sheet."""
    if parts[target].count(b"<row") > MOST_ROWS:
        raise CannotImport(f"{TOO_MANY} (sheet {title})")
    root = read_xml(parts, target)
    cells = dict(read_cells(root, around))
    if any(place.row > MOST_ROWS or place.column > MOST_COLUMNS for place in cells):
        raise CannotImport(
            f"the sheet {title} has words far below or beside the rest; move them, or delete them"
        )
    merged = (one.get("ref", "") for one in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"))
    places = frozenset(place for ref in merged for place in list_cells(ref))
    return ReadSheet(title, cells, places, read_excel_comments(parts, target))


def list_cells(ref: str) -> Iterator[GridPlace]:
    """Yield the cells of a range such as `A1:B2`, within the limits of a sheet."""
    first, _, last = ref.partition(":")
    start, end = parse_place(first), parse_place(last or first)
    if start and end and end.row - start.row <= MOST_COLUMNS:
        for row in range(start.row, end.row + 1):
            for column in range(start.column, min(end.column, MOST_COLUMNS) + 1):
                yield GridPlace(row, column)


def read_cells(root: Element, around: Workbook) -> Iterator[tuple[GridPlace, ReadCell]]:
    """Yield the cells that are not empty."""
    for row_number, row in enumerate(root.iterfind(f"{MAIN}sheetData/{MAIN}row"), 1):
        number = int(row.get("r", "")) if row.get("r", "").isdecimal() else row_number
        for column, element in enumerate(row.iterfind(f"{MAIN}c"), 1):
            place = parse_place(element.get("r", "")) or GridPlace(number, column)
            if cell := read_excel_cell(element, around):
                style = element.get("s", "")
                is_struck = style.isdecimal() and any(around.struck[int(style[:9]) : int(style[:9]) + 1])
                yield place, replace(cell, fault=STRUCK) if is_struck and not cell.fault else cell


def read_excel_cell(element: Element, around: Workbook) -> ReadCell | None:
    """Read a cell; return None if it is empty."""
    kind, value = element.get("t", "n"), element.findtext(f"{MAIN}v")
    if kind == "inlineStr":
        inline = element.find(f"{MAIN}is")
        return read_text_cell(inline) if inline is not None else None
    if not value:
        has_formula = element.find(f"{MAIN}f") is not None
        return ReadCell("a formula", fault=NO_RESULT) if has_formula else None
    if kind == "s":
        known = value.isdecimal() and int(value[:9]) < len(around.texts)
        return around.texts[int(value)] if known else None
    if kind == "b":
        return ReadCell(value == "1")
    if kind == "e":
        return ReadCell(value, fault=f"it shows the error {value}; type the value")
    if kind in ("str", "d"):
        return make_read_cell(value)
    return read_excel_number(value, element.get("s", "0"), around)


def make_read_cell(text: str) -> ReadCell | None:
    """Return a text as a cell; return None if it is only white space."""
    return ReadCell(text) if text.strip() else None


def read_excel_number(value: str, style: str, around: Workbook) -> ReadCell:
    """Read a number by its format: as a number, a share or a day."""
    try:
        number = Decimal(repr(float(value)))  # binary noise such as 0.30000000000000004 is no precision
    except (ValueError, InvalidOperation):
        return ReadCell(value)
    if not number.is_finite():
        return ReadCell(value)
    known = style.isdecimal() and int(style[:9]) < len(around.formats)
    pattern = QUOTED.sub("", around.formats[int(style)]).lower() if known else ""
    if "%" in pattern:
        return ReadCell(number, is_share=True)
    if ("y" in pattern or "d" in pattern) and 0 < number < 100_000:
        day = around.zero_day + timedelta(int(number))
        return ReadCell(day, shown=show_day(day, pattern))
    return ReadCell(number)


def show_day(day: date, pattern: str) -> str:
    """Write a day as precisely as its format shows it. Some formats show only the month or the year."""
    if "d" in pattern:
        return day.isoformat()
    return f"{MONTHS[day.month - 1]} {day.year}" if "m" in pattern else str(day.year)
