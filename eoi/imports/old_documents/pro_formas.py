"""Forms, as invitations came with: a question or a label, and the answer beside or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.blocks import split_into_blocks
from eoi.imports.old_documents.places import SURE, RoundPlace, RoundPlaces
from eoi.imports.old_documents.tables import OldTable

MOST_ROWS = 100  # of a form
FEWEST = 3  # the fewest questions of a form
SHARE = 0.5  # the share of its rows that are questions of the round
FEWEST_WORDS = 3  # of an answer
LONGEST = 60  # words of a question
BRACKETS = Expression(r"\s?\([^()]{0,200}\)")
LEVEL = 2  # of a question as a heading
MOST_BEFORE = 3  # the two cells that stand in for missing ones, and one for numbers
NUMBER = Expression(
    r"(?:(?:No|Nr|Ref)\.?|\(?(?:\d{1,2}(?:\.\d{1,2})?|[A-Za-z]|[ivx]{1,4})[.)]{0,2})?", re.IGNORECASE
)


class AnsweredRow(NamedTuple):
    """A row of a form: the lines of the question and of the answer, and those of the number before them."""

    question: Sequence[Line]
    answer: Sequence[Line]
    numbers: Sequence[Line]

    @property
    def label(self) -> str:
        return " ".join(line.words for line in self.question if line.words)

    @property
    def stated(self) -> str:
        """The words of the row as a comment on a value that is read from it."""
        answer = next((line for line in self.answer if line.words), None)
        is_alone = sum(bool(line.words) for line in self.answer) == 1
        numbers = any(line.words for line in self.numbers)
        return f"{answer.where}: {self.label}: {answer.words}" if answer and is_alone and not numbers else ""

    @property
    def heading(self) -> Line | None:
        """The first line of the question as a heading above the answer; None without one."""
        first = next((line for line in self.question if line.words), None)
        return replace(first, kind="heading", level=LEVEL) if first else None

    def find_place(self, places: RoundPlaces) -> RoundPlace | None:
        """Return the place that the question means, with what it adds in brackets or without it."""
        first = self.heading.words if self.heading else ""
        said = dict.fromkeys((first, self.label, BRACKETS.sub("", first)))
        return next((found for words in said if words and (found := places.find(words, None))), None)


def list_form_rows(table: OldTable, places: RoundPlaces) -> list[AnsweredRow]:
    """Return the questions and answers of a form; return an empty list for any other table."""
    if len(table.rows) > MOST_ROWS:
        return []
    rows = list_answered_rows(table)
    return rows if is_pro_forma(rows, places) else list_stacked_rows(table, places)


def list_stacked_rows(table: OldTable, places: RoundPlaces) -> list[AnsweredRow]:
    """Return the rows of a table of one column, each question with the answers below it.

    The list is empty for any other table, and for one that does not begin with a question or leaves one open.
    """
    rows: list[AnsweredRow] = []
    for row in table.rows.values():
        (cell, *more) = row.values()
        if is_question_of_round(cell, places):
            rows.append(AnsweredRow(cell, (), ()))
        elif rows:
            rows[-1] = rows[-1]._replace(answer=(*rows[-1].answer, *cell))
        if more or not rows:
            return []
    return rows if all(row.answer for row in rows) else []


def is_question_of_round(cell: Sequence[Line], places: RoundPlaces) -> bool:
    """Tell whether a cell has nothing but a question of the round."""
    filled = [line.words for line in cell if line.words]
    is_short = len(filled) == 1 and len(filled[0].split()) <= LONGEST and not filled[0].endswith(".")
    return is_short and places.find(filled[0], None, SURE) is not None


def list_answered_rows(table: OldTable) -> list[AnsweredRow]:
    """Return the rows of a table of two columns, besides one for numbers; empty for any other table."""
    rows: list[AnsweredRow] = []
    for row in table.rows.values():
        cells: list[Sequence[Line]] = [(), (), *(row[column] for column in sorted(row))]
        *before, question, answer = cells
        numbers = [line for cell in before for line in cell]
        if len(before) > MOST_BEFORE or any(not NUMBER.fullmatch(line.words) for line in numbers):
            return []
        if sum(len(line.words.split()) for line in question) > LONGEST:
            return []
        rows.append(AnsweredRow(question, answer, numbers))
    return rows


def is_pro_forma(rows: Sequence[AnsweredRow], places: RoundPlaces) -> bool:
    """Tell whether the questions of a table are those of a round. A table of figures has other answers."""
    asked = [row for row in rows if row.label]
    answered = (row for row in asked if sum(len(line.words.split()) for line in row.answer) >= FEWEST_WORDS)
    known = sum(row.find_place(places) is not None for row in answered)
    return known >= max(FEWEST, SHARE * len(asked))


def list_labelled_lines(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield each line of an answer in a table of two columns, with the words of the question beside it."""
    for block in split_into_blocks(lines):
        for row in list_answered_rows(block) if isinstance(block, OldTable) else ():
            yield from ((row.label, line) for line in row.answer if line.words and row.label)
