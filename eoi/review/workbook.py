"""The round as a workbook: submissions, figures, functions, findings and answers, each on its own sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.review.answers import list_headings
from eoi.review.columns import COLUMNS, Value
from eoi.review.figures import list_head_figures
from eoi.review.overview import Overview
from eoi.review.sealed_workbooks import seal_workbook
from eoi.review.submissions import ReviewedSubmission
from eoi.submission.dates import DateRange
from eoi.workbook.cells import POUND, ShownCell, show_text
from eoi.workbook.long_sheets import LongRow, LongSheet, save_long_sheets
from eoi.workbook.write import set_up_page, write_sheet_cell

FORMATS = {"number": "#,##0", "decimal": "#,##0.0", "money": f"{POUND}#,##0.00", "share": '0.0"%"'}
NARROW, WIDE, WIDEST = 14, 34, 80


class RoundSheet(NamedTuple):
    """A sheet: its title, its headings with their widths, the number of its rows, and the rows."""

    title: str
    headings: Sequence[tuple[str, int]]
    number: int
    rows: Iterable[Sequence[ShownCell]]


def write_round_workbook(overview: Overview) -> bytes:
    """Return the bytes of the workbook, which are the same for the same round."""
    workbook = Workbook()
    assert isinstance(workbook.active, Worksheet)
    workbook.remove(workbook.active)
    sheets = [
        begin_round_sheet(workbook.create_sheet(sheet.title), sheet) for sheet in list_round_sheets(overview)
    ]
    return seal_workbook(save_long_sheets(workbook, overview.main_round.title, sheets))


def list_round_sheets(overview: Overview) -> Iterator[RoundSheet]:
    """Yield the sheets.

    Lists have sheets of their own, so that the tables have more rows and fewer columns.
    """
    count = partial(count_sheet_rows, overview)
    names = [("Submission", WIDE), ("File", WIDE)]
    columns = [(column.heading, NARROW) for column in COLUMNS]
    yield RoundSheet("Submissions", [*names, *columns], len(overview.submissions), list_submissions(overview))
    figures = [("Figure", WIDE), ("Value", NARROW), ("Note", WIDEST)]
    heads = list(list_figure_rows(overview))
    yield RoundSheet("Figures", figures, len(heads), heads)
    functions = [*names, ("Form", NARROW), ("Function", WIDEST), ("In scope", NARROW)]
    yield RoundSheet("Functions", functions, count(lambda one: one.scope), list_function_rows(overview))
    findings = [*names, ("Rule", WIDE), ("Weight", NARROW), ("Field", WIDE)]
    yield RoundSheet("Findings", findings, count(lambda one: one.findings), list_findings(overview))
    answers = [*names, ("Question", WIDE), ("Field", WIDE), ("Answer", WIDEST)]
    yield RoundSheet("Answers", answers, count(lambda one: one.answers), list_round_answers(overview))


def list_figure_rows(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each figure at the top of the page."""
    for one in list_head_figures(overview):
        yield [show_text(one.name), ShownCell(one.value, FORMATS[one.unit]), show_text(one.note)]


def count_sheet_rows(overview: Overview, rows_of: Callable[[ReviewedSubmission], Sized]) -> int:
    """Count the rows of a sheet with one row for each item of a list in each submission."""
    return sum(len(rows_of(one)) for one in overview.submissions)


def list_submissions(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each submission, with the columns of the page."""
    for one in overview.submissions:
        cells = [show_cell_value(column.value(one), column.unit) for column in COLUMNS]
        yield [show_text(one.name), show_text(one.file), *cells]


def list_function_rows(overview: Overview) -> Iterator[list[ShownCell]]:
    """Yield a row for each function that a submission names."""
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
    headings = list_headings(overview.main_round)
    for one in overview.submissions:
        for answer in one.answers:
            heading, _ = headings.get(answer.question, (answer.question, ""))
            yield list(map(show_text, (one.name, one.file, heading, answer.path, answer.text)))


def show_cell_value(value: Value, unit: str) -> ShownCell:
    """Return a figure as a formatted number, and anything else as the text that was typed."""
    if isinstance(value, DateRange):
        return show_text(value.written)
    if value is None or isinstance(value, str):
        return show_text(value or "")
    return ShownCell(Decimal(value), FORMATS[unit])


def begin_round_sheet(place: Worksheet, sheet: RoundSheet) -> LongSheet:
    """Write the headings of a sheet, with a filter on each column, and return it with its rows."""
    for number, (heading, width) in enumerate(sheet.headings, 1):
        write_sheet_cell(place, 1, number, ShownCell(heading))
        head: Any = place.cell(1, number)
        head.font, head.alignment = Font(name="Calibri", size=11, bold=True), Alignment(wrap_text=True)
        place.column_dimensions[get_column_letter(number)].width = width
    place.freeze_panes = "B2"
    place.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{sheet.number + 1}"
    place.print_title_rows = "1:1"
    set_up_page(place, "landscape")
    return LongSheet(place, 2, map(LongRow, sheet.rows), tuple(FORMATS.values()))
