"""A returned workbook as sheets of cells: what the readers of each format find in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.imports.lines import MarginComment

NAME = Expression(r"([A-Z]{1,3})([1-9]\d{0,6})")
ORIGIN = "eoi:origin"  # the first cell of the hidden sheet that holds the file
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELLS = 200_000
STRUCK = "it is struck through; empty it if it should go, or take the line off if it should stay"


class GridPlace(NamedTuple):
    """The row and the column of a cell, counted from 1."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """The name that Excel gives the cell: `C4`."""
        return f"{write_column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class ReadCell:
    """The content of a cell: a text, a number, true or false, or a day.

    `is_share` tells that a number is shown as a per cent. `shown` is a day as the cell shows it. `fault` is
    the reason why the content cannot be used, or empty.
    """

    value: str | Decimal | bool | date
    is_share: bool = False
    shown: str = ""
    fault: str = ""

    @property
    def words(self) -> str:
        """The content as words for a report."""
        if isinstance(self.value, Decimal) and self.is_share:
            return f"{write_plain_number(self.value * 100)}%"
        if isinstance(self.value, Decimal):
            return write_plain_number(self.value)
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        return self.value if isinstance(self.value, str) else self.shown or self.value.isoformat()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet: its title, its filled cells, the places of merged cells, and the comments at cells."""

    title: str
    cells: dict[GridPlace, ReadCell]
    merged: frozenset[GridPlace] = field(default_factory=frozenset)
    comments: dict[GridPlace, MarginComment] = field(default_factory=dict)

    @property
    def is_origin(self) -> bool:
        """Tell whether the sheet is the hidden one that holds the file."""
        first = self.cells.get(GridPlace(1, 1))
        return first is not None and first.value == ORIGIN

    def where(self, place: GridPlace) -> str:
        """Return a cell's name with its sheet, as in Excel: `Posts!C4`. A title with spaces is in quotes."""
        title = self.title if self.title.isalnum() else "'" + self.title.replace("'", "''") + "'"
        return f"{title}!{place.name}" if self.title else place.name


def parse_place(name: str) -> GridPlace | None:
    """Read the name of a cell; return None if it is no such name."""
    match = NAME.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return GridPlace(int(match[2]), column)


def write_column_letters(column: int) -> str:
    """Return the letters of a column, counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_plain_number(number: Decimal) -> str:
    """Write a number without an exponent, and without noughts at the end of its decimals."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
