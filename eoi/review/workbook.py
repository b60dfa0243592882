"""The round as a workbook: its submissions, functions, findings and answers, each on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.review.answers import list_parts
from eoi.review.columns import COLUMNS, Value
from eoi.review.overview import Overview
from eoi.submission.dates import When
from eoi.workbook.cells import POUND, ShownCell, show_text
from eoi.workbook.write import save_workbook, set_up_page, write_cell

FORMATS = {"number": "#,##0", "decimal": "#,##0.0", "money": f"{POUND}#,##0.00", "share": '0.0"%"'}
MARK = b"eoi review "
NARROW, WIDE, WIDEST = 14, 34, 80


class RoundSheet(NamedTuple):
    """A sheet: its title, its headings with their widths, and its rows."""

    title: str
    headings: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[ShownCell]]


def write_round_workbook(overview: Overview) -> bytes:
    """Return the bytes of the workbook; equal rounds give equal bytes."""
    workbook = Workbook()
    assert isinstance(workbook.active, Worksheet)
    workbook.remove(workbook.active)
    for sheet in list_round_sheets(overview):
        fill_round_sheet(workbook.create_sheet(sheet.title), sheet)
    return seal_workbook(save_workbook(workbook, overview.main_round.title))


def seal_workbook(raw: bytes) -> bytes:
    """Add a comment with the digest of the file: a program that saves it again leaves the comment out."""
    comment = MARK + sha256(raw).hexdigest().encode()
    return raw[:-2] + len(comment).to_bytes(2, "little") + comment


def is_untouched(raw: bytes) -> bool:
    """Tell whether a workbook is as it was written, so that nobody's scores are lost with it."""
    before, mark, digest = raw.rpartition(MARK)
    return bool(mark) and sha256(before[:-2] + b"\0\0").hexdigest().encode() == digest


def list_round_sheets(overview: Overview) -> Iterator[RoundSheet]:
    """Yield the sheets; lists stand on sheets of their own, so that rows stay long and not wide."""
    names = [("Submission", WIDE), ("File", WIDE)]
    columns = [(column.heading, NARROW) for column in COLUMNS]
    yield RoundSheet("Submissions", [*names, *columns], list_submissions(overview))
    functions = [*names, ("Form", NARROW), ("Function", WIDEST), ("In scope", NARROW)]
    yield RoundSheet("Functions", functions, list_functions(overview))
    findings = [*names, ("Rule", WIDE), ("Weight", NARROW), ("Field", WIDE)]
    yield RoundSheet("Findings", findings, list_findings(overview))
    answers = [*names, ("Question", WIDE), ("Field", WIDE), ("Answer", WIDEST)]
    yield RoundSheet("Answers", answers, list_round_answers(overview))


def list_submissions(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each submission, with the columns of the page."""
    for one in overview.submissions:
        cells = [show_cell_value(column.value(one), column.unit) for column in COLUMNS]
        yield [show_text(one.name), show_text(one.file), *cells]


def list_functions(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each submission and function that it names."""
    names = overview.main_round.function_names
    for one in overview.submissions:
        for function, answer in one.scope:
            yield list(map(show_text, (one.name, one.file, one.form, names.get(function, function), answer)))


def list_findings(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each finding."""
    for one in overview.submissions:
        for rule, severity, path in one.findings:
            yield list(map(show_text, (one.name, one.file, rule, severity.word, path)))


def list_round_answers(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each answer, under the heading of its question."""
    headings = {key: part.heading for _, part, key in list_parts(overview.main_round)}
    for one in overview.submissions:
        for question, path, text in one.answers:
            words = (one.name, one.file, headings.get(question, question), path, text)
            yield list(map(show_text, words))


def show_cell_value(value: Value, unit: str) -> ShownCell:
    """Return a figure as a number in its format, and anything else as the text that was typed."""
    if isinstance(value, When):
        return show_text(value.written)
    if value is None or isinstance(value, str):
        return show_text(value or "")
    return ShownCell(Decimal(value), FORMATS[unit])


def fill_round_sheet(place: Worksheet, sheet: RoundSheet) -> None:
    """Write the headings and rows of a sheet, with a filter over each column."""
    for number, (heading, width) in enumerate(sheet.headings, 1):
        write_cell(place, 1, number, ShownCell(heading))
        head: Any = place.cell(1, number)
        head.font, head.alignment = Font(name="Calibri", size=11, bold=True), Alignment(wrap_text=True)
        place.column_dimensions[get_column_letter(number)].width = width
    for row, cells in enumerate(sheet.rows, 2):
        for number, cell in enumerate(cells, 1):
            write_cell(place, row, number, cell)
    place.freeze_panes = "B2"
    place.auto_filter.ref = place.dimensions
    place.print_title_rows = "1:1"
    set_up_page(place, "landscape")
