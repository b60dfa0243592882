"""The workbook in which assessors score: a row for each submission and question, with blanks to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.review.answers import list_parts
from eoi.review.assessed import COLUMNS, JUDGEMENTS, SCORES, SHEET, AssessColumn
from eoi.review.overview import Overview
from eoi.workbook.cells import ShownCell
from eoi.workbook.write import (
    BOLD,
    GREY,
    HIGHEST,
    LINE,
    LINE_HEIGHT,
    SMALL,
    add_choice,
    count_lines,
    save_workbook,
    set_up_page,
    write_cell,
    write_text,
)

FIRST_ROW = 3
LONGEST = 32_000  # characters; a cell of Excel holds few more
CUT = "\n[The answer goes on; the page of the question has all of it.]"


class AssessRow(NamedTuple):
    """The cells of a row that are filled in already, in the order of the columns."""

    digest: str
    question: str
    submission: str
    file: str
    form: str
    asks: str
    answer: str


def write_assessment(overview: Overview) -> bytes:
    """Return the bytes of the workbook; equal rounds give equal bytes."""
    workbook = Workbook()
    place = workbook.active
    assert isinstance(place, Worksheet)
    place.title = SHEET
    for number, column in enumerate(COLUMNS, 1):
        write_head(place, number, column)
    rows = list(list_rows(overview))
    for row_number, row in enumerate(rows, FIRST_ROW):
        for number in range(1, len(COLUMNS) + 1):
            text = row[number - 1] if number <= len(row) else ""
            write_cell(place, row_number, number, ShownCell(text))
        place.row_dimensions[row_number].height = height_of_row(row)
    place.row_dimensions[1].hidden = True
    place.freeze_panes = f"D{FIRST_ROW}"
    place.print_title_rows = "2:2"
    set_up_page(place, "landscape")
    offer_words(place, FIRST_ROW + max(len(rows), 1) - 1)
    return save_workbook(workbook, overview.main_round.title)


def write_head(place: Worksheet, number: int, column: AssessColumn) -> None:
    """Write the hidden name and the heading of a column, and set its width."""
    write_text(place, 1, number, column.key, SMALL)
    write_text(place, 2, number, column.heading, BOLD)
    place.cell(2, number).fill, place.cell(2, number).border = GREY, LINE
    dimension = place.column_dimensions[get_column_letter(number)]
    dimension.width, dimension.hidden = column.width or 10, not column.width


def height_of_row(row: AssessRow) -> float:
    """Return the height that shows every line of a row, as far as a row can be that high."""
    visible = [(text, column.width) for text, column in zip(row, COLUMNS, strict=False) if column.width]
    most = max(count_lines(text, width) for text, width in visible)
    return min(LINE_HEIGHT * most + 2, HIGHEST)


def offer_words(place: Worksheet, last: int) -> None:
    """Put lists to choose from into the columns for the score and the judgement."""
    for number, column in enumerate(COLUMNS, 1):
        words = {"score": SCORES, "judgement": JUDGEMENTS}.get(column.key)
        if words:
            letter = get_column_letter(number)
            add_choice(place, f'"{",".join(words)}"', f"{letter}{FIRST_ROW}:{letter}{last}", False)


def list_rows(overview: Overview) -> Iterator[AssessRow]:
    """Yield a row for each submission and each question that its round asks in words."""
    words = {key: part.question or part.heading for _, part, key in list_parts(overview.main_round)}
    answered = {answer.question for one in overview.submissions for answer in one.answers}
    asked = {key for _, part, key in list_parts(overview.main_round) if part.question} | answered
    for one in overview.submissions:
        given: dict[str, list[str]] = {}
        for answer in one.answers:
            given.setdefault(answer.question, []).append(answer.text)
        for key in (key for key in words if key in asked):
            text = shorten("\n\n".join(given.get(key, ())))
            yield AssessRow(one.digest, key, one.name, one.file, one.form, words[key], text)


def shorten(text: str) -> str:
    """Return a text that fits into a cell, and say where it was cut."""
    return text if len(text) <= LONGEST else text[:LONGEST] + CUT
