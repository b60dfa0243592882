"""A value of the file as a cell of a workbook.

An amount is a number with a format that shows it as it was typed, so that a finance officer can add amounts
up. Dates stay texts, since Excel would turn "June 2014" into a day of that month.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from eoi.source.characters import read_bullet
from eoi.submission import Kind
from eoi.submission.figures import TypedFigure, parse_figure
from eoi.submission.part import Field
from eoi.submission.quantities import MONEY, SHARE
from eoi.workbook.rows import Held

TEXT_FORMAT = "@"
POUND = "[$£-809]"
LONGEST = 32_000  # characters; Excel holds no more than 32,767 in a cell
TOO_LONG = "[Too long for a cell: change it in the YAML file]"
NUMBERS = frozenset({"Count", "Number"})


class ShownCell(NamedTuple):
    """The content of a cell: a text or a number, its number format, and a number's spelling in the file."""

    value: str | Decimal
    format: str = TEXT_FORMAT
    written: str = ""

    @property
    def typed(self) -> str:
        return self.written or str(self.value)


def show_value(field: Field, held: Held) -> ShownCell:
    """Return the content of the cell for a value."""
    if isinstance(held, tuple):
        return show_text(write_list_cell(held))
    figure = parse_figure(" ".join(held.split())) if is_figure(field.kind) else None
    return (figure and show_figure(field.kind, figure)) or show_text(held)


def show_text(text: str) -> ShownCell:
    """Return a text as a cell, without line ends at its start and end.

    A text too long for a cell is replaced.
    """
    trimmed = text.strip("\n")
    return ShownCell(trimmed if len(trimmed) <= LONGEST else TOO_LONG)


def write_list_cell(items: tuple[str, ...]) -> str:
    """Write a list in a cell, with a line for each item. Blank lines separate items of several lines."""
    texts = [item.strip("\n") for item in items]
    return ("\n\n" if any("\n" in text for text in texts) else "\n").join(texts)


def split_cell(text: str, before: tuple[str, ...]) -> list[str]:
    """Return the items in a cell, as `write_list_cell` writes them.

    `before` are the old items, which show whether blank lines separate items. Typed bullets are left out.
    """
    if any("\n" in item.strip("\n") for item in before):
        return [block.strip("\n") for block in text.split("\n\n") if block.strip()]
    lines = (line.strip() for line in text.split("\n") if line.strip())
    return [str(read_bullet(line) or line) for line in lines]


def is_figure(kind: Kind[Any] | object) -> bool:
    """Tell whether a kind of value is a number in a workbook."""
    return isinstance(kind, Kind) and (kind in (MONEY, SHARE) or kind.name in NUMBERS)


def show_figure(kind: object, figure: TypedFigure) -> ShownCell | None:
    """Return a figure as a number; return None if words such as "about" would be lost."""
    if figure.is_approximate or (kind is not MONEY and figure.scale):
        return None
    if kind is SHARE:
        if figure.last != "%":
            return None
        return ShownCell(figure.amount / 100, f"0{write_decimals_format(figure)}%", figure.write() + "%")
    if figure.last:
        return None
    if kind is MONEY:
        return ShownCell(figure.amount, write_money_format(figure), figure.write("£"))
    whole = "#,##0" if figure.whole >= 1000 else "0"
    return ShownCell(figure.amount, f"{whole}{write_decimals_format(figure)}", figure.write())


def write_money_format(figure: TypedFigure) -> str:
    """Return the format that shows an amount with the typed scale and decimals."""
    thousands = {"k": 1, "t": 1, "m": 2, "b": 3}[figure.scale.strip()[0].lower()] if figure.scale else 0
    scale = f'"{figure.scale}"' if figure.scale else ""
    return f"{POUND}#,##0{write_decimals_format(figure)}{',' * thousands}{scale}"


def write_decimals_format(figure: TypedFigure) -> str:
    """Return the part of a number format for the decimals of a figure; empty without decimals."""
    return f".{'0' * len(figure.fraction)}" if figure.fraction else ""


def empty_format(field: Field) -> str:
    """Return the number format of a cell to fill in.

    Most are texts, which keep what is typed: Excel would turn "June 2014" or "2014-15" into something else.
    Shares and amounts have formats of their own.
    """
    if field.is_list or not is_figure(field.kind):
        return TEXT_FORMAT
    return "0.##%" if field.kind is SHARE else f"{POUND}#,##0.##" if field.kind is MONEY else "General"
