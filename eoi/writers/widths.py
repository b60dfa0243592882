"""How wide each column of a table should be, from what its cells hold.

Word and HTML would otherwise give every column the same width, which breaks words in the narrow ones
and leaves a yes/no column half empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inlines import plain_text
from eoi.document.letters import ems

# All widths are in hundredths of a full-width table in 9 point Arial on A4, so a sum of 100 fills the page.
EM = 1.92
PADDING = 2.6  # 1.8, and room for the rounding
LIST_INDENT = 2.8
LONGEST_KEPT_WHOLE = 30.0  # enough for any word; what is longer, such as an address, may break
SHORT_LINE = 16.0  # a line as short as "September 2014" stays in one piece where there is room
LABELS = 18.0  # readers look rows up by their labels, so these are not squeezed to a word a line
BREAKS = re.compile(r"(?<=[-–—])|\s+")


@dataclass(frozen=True, slots=True)
class _Column:
    """`volume` is how much there is to read, `floor` the longest word, `ceiling` the longest line."""

    floor: float
    ceiling: float
    volume: float
    labels: bool = False


def column_shares(table: Table) -> tuple[int, ...]:
    """Percentages, one a column, that sum to 100."""
    if table.shares:
        return table.shares
    columns = [measured(cells) for cells in zip(*rows_of(table), strict=True)]
    if table.kind == "signatures":
        columns = [_Column(column.floor, 100, 1) for column in columns]
    if table.kind == "details" and len(columns) > 1:
        columns = [label(columns[0]), *(_Column(column.floor, 100, 1) for column in columns[1:])]
    comfortable = [comfortable_width(column) for column in columns]
    roomy = sum(column.floor for column in comfortable) < 100
    return whole_shares(fitted(comfortable if roomy else columns))


def line_widths(table: Table) -> tuple[float, ...]:
    """How wide the longest line of each column is, in hundredths of a full-width table."""
    return tuple(measured(cells).ceiling for cells in zip(*rows_of(table), strict=True))


def rows_of(table: Table) -> list[tuple[Cell, ...]]:
    return [*((table.head,) if table.head else ()), *table.rows]


def measured(cells: tuple[Cell, ...]) -> _Column:
    floor = ceiling = 4.0
    squares = 1.0
    for cell in cells:
        lines = list(lines_of(cell.blocks))
        floor = max(floor, PADDING + longest_word(lines) * (1.06 if cell.scope else 1))
        if cell.scope != "col":  # a column heading may wrap; it says nothing about what the column holds
            widths = [indent + line_width(line) for indent, line in lines]
            ceiling = max(ceiling, PADDING + max(widths, default=0))
            squares += sum(width**2 for width in widths)
    floor = min(floor, LONGEST_KEPT_WHOLE)
    labels = any(cell.scope == "row" for cell in cells)
    return _Column(floor, max(floor, ceiling), (squares / len(cells)) ** 0.4, labels)


def comfortable_width(column: _Column) -> _Column:
    wanted = column.ceiling if column.ceiling <= SHORT_LINE else LABELS if column.labels else 0
    return replace(column, floor=max(column.floor, min(wanted, column.ceiling)))


def label(column: _Column) -> _Column:
    width = min(max(column.ceiling * 1.1, 22), 36)
    return _Column(width, width, 1)


def fitted(columns: list[_Column]) -> list[float]:
    """Raises the level until the page is full."""
    share = cropped if sum(column.floor for column in columns) > 100 else proportional
    low, high = 0.0, 1000.0
    for _ in range(24):
        level = (low + high) / 2
        filled = sum(share(column, level) for column in columns)
        low, high = (level, high) if filled < 100 else (low, level)
    shares = [share(column, low) for column in columns]
    return [width * 100 / sum(shares) for width in shares]


def proportional(column: _Column, level: float) -> float:
    return min(max(column.floor, level * column.volume), column.ceiling)


def cropped(column: _Column, level: float) -> float:
    """Where not even the words fit, the longest give way first."""
    return min(column.floor, level)


def whole_shares(shares: list[float]) -> tuple[int, ...]:
    """Rounds down, then gives what is left to the largest remainders."""
    whole = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda column: whole[column] - shares[column])
    for column in by_remainder[: 100 - sum(whole)]:
        whole[column] += 1
    return tuple(whole)


def longest_word(lines: list[tuple[float, str]]) -> float:
    return max((indent + word_width(max(BREAKS.split(line), key=len)) for indent, line in lines), default=0)


def line_width(line: str) -> float:
    """Over a long line the letters even out, and counting them is enough."""
    return word_width(line) if len(line) < 24 else EM * 0.5 * len(line)


def word_width(word: str) -> float:
    return EM * ems(word)


def lines_of(blocks: tuple[Block, ...], indent: float = 0) -> Iterator[tuple[float, str]]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield indent, plain_text(block.children)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from lines_of(item, indent + LIST_INDENT)
            case Quote() | Callout():
                yield from lines_of(block.blocks, indent + LIST_INDENT)
            case Table():
                for row in rows_of(block):
                    yield indent, " ".join(line for cell in row for _, line in lines_of(cell.blocks))
            case Figure() | Contents():
                pass
            case _:
                assert_never(block)
