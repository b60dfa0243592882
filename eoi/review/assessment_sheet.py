"""The workbook for assessors' scores: a row for each submission and question, with cells to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.review.answers import list_parts
from eoi.review.assessed import COLUMNS, JUDGEMENTS, SCORES, SHEET, AssessColumn
from eoi.review.overview import Overview
from eoi.review.sealed_workbooks import seal_workbook
from eoi.review.spool import list_questions_of_answers
from eoi.workbook.cells import TEXT_FORMAT, ShownCell
from eoi.workbook.choices import add_choice
from eoi.workbook.long_sheets import LongRow, LongSheet, save_long_sheets
from eoi.workbook.write import (
    BOLD,
    GREY,
    HIGHEST,
    LINE,
    LINE_HEIGHT,
    SMALL,
    TOP,
    WORDS,
    count_text_lines,
    set_up_page,
    write_own_words,
)

FIRST_ROW = 3
LONGEST = 32_000  # characters; a cell of Excel holds few more
CUT = "\n[The answer goes on; the page of the question has all of it.]"


class AssessRow(NamedTuple):
    """The cells that are filled in already in a row, in the order of the columns."""

    digest: str
    question: str
    submission: str
    file: str
    form: str
    asks: str
    answer: str


def write_assessment(overview: Overview) -> bytes:
    """Return the bytes of the workbook, which are the same for the same round."""
    workbook = Workbook()
    place = workbook.active
    assert isinstance(place, Worksheet)
    place.title = SHEET
    for number, column in enumerate(COLUMNS, 1):
        write_head(place, number, column)
    place.row_dimensions[1].hidden = True
    place.freeze_panes = f"D{FIRST_ROW}"
    place.print_title_rows = "2:2"
    set_up_page(place, "landscape")
    offer_words(place, FIRST_ROW + max(count_rows(overview), 1) - 1)
    rows = (lay_row(row) for row in list_assess_rows(overview))
    sheet = LongSheet(place, FIRST_ROW, rows)
    return seal_workbook(save_long_sheets(workbook, overview.main_round.title, [sheet]))


def write_head(place: Worksheet, number: int, column: AssessColumn) -> None:
    """Write the hidden name and the heading of a column, and set its width."""
    write_own_words(place, 1, number, column.key, SMALL)
    write_own_words(place, 2, number, column.heading, BOLD)
    place.cell(2, number).fill, place.cell(2, number).border = GREY, LINE
    dimension = place.column_dimensions[get_column_letter(number)]
    dimension.width, dimension.hidden = column.width or 10, not column.width
    dimension.font, dimension.alignment = WORDS, TOP
    dimension.number_format = "General" if column.key == "score" else TEXT_FORMAT


def lay_row(row: AssessRow) -> LongRow:
    """Return a row to write. Its empty cells have the style of their column."""
    return LongRow([ShownCell(text) for text in row], measure_height_of_row(row))


def measure_height_of_row(row: AssessRow) -> float:
    """Return the height that shows every line of a row, up to the greatest height of a row."""
    visible = [(text, column.width) for text, column in zip(row, COLUMNS, strict=False) if column.width]
    most = max(count_text_lines(text, width) for text, width in visible)
    return min(LINE_HEIGHT * most + 2, HIGHEST)


def offer_words(place: Worksheet, last: int) -> None:
    """Add drop-down lists to the columns for the score and the judgement."""
    for number, column in enumerate(COLUMNS, 1):
        words = {"score": SCORES, "judgement": JUDGEMENTS}.get(column.key)
        if words:
            letter = get_column_letter(number)
            add_choice(place, f'"{",".join(words)}"', f"{letter}{FIRST_ROW}:{letter}{last}", False)


def count_rows(overview: Overview) -> int:
    """Count the rows: one for each submission and question."""
    return len(overview.submissions) * len(list_asked(overview))


def list_asked(overview: Overview) -> dict[str, str]:
    """Return the questions of the round by their keys.

    These are the questions with words that ask for a field, and any other part that somebody answers. The
    question of a section whose parts ask for everything has no answer of its own.
    """
    answered = {
        question for one in overview.submissions for question in list_questions_of_answers(one.answers)
    }
    return {
        key: part.question or part.heading
        for _, part, key in list_parts(overview.main_round)
        if (part.question and part.requirements) or key in answered
    }


def list_assess_rows(overview: Overview) -> Iterator[AssessRow]:
    """Yield a row for each submission and each question."""
    asked = list_asked(overview)
    for one in overview.submissions:
        given: dict[str, list[str]] = {}
        for answer in one.answers:
            given.setdefault(answer.question, []).append(answer.labelled)
        name = one.name
        for key, words in asked.items():
            text = shorten_to_cell("\n\n".join(given.get(key, ())))
            yield AssessRow(one.digest, key, name, one.file, one.form, words, text)


def shorten_to_cell(text: str) -> str:
    """Return a text that fits into a cell, with a note if it was cut."""
    return text if len(text) <= LONGEST else text[:LONGEST] + CUT
