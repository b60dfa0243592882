"""Choose the widths of a table's columns from the contents of its cells.

Word and HTML would otherwise give every column the same width, which breaks words in the narrow ones
and leaves a yes/no column half empty.
"""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Cell, Table
from eoi.writers.line_widths import PADDING, line_width, lines_of, longest_word, rows_of

# All widths are in hundredths of a full-width table in 10 point Arial on A4, so a sum of 100 fills the page.
LONGEST_KEPT_WHOLE = 40.0  # enough for any word; longer ones, such as an address, may break
# A line as short as "September 2014" stays in one piece where there is room, and "Reports to whom" where that
# leaves a part of it for longer lines.
SHORT_LINES = ((26.6, 0.9), (17.7, 1.0))
ALLOWANCE = 0.8  # of a column: the extra on top of its longest word
BOLD = 1.06  # as wide as other letters
WRITING_ROOM = 15.0  # a column without a word below its heading is there to be written in
WIDEST_NAME = 32.0  # beside lines to sign on
LABELS = 16.0  # readers look rows up by their labels, so these are not squeezed to a word a line


class _Column(NamedTuple):
    """The demands of a column.

    `volume` is the amount of text, `floor` the longest word, `ceiling` the longest line below the heading.
    """

    floor: float
    ceiling: float
    volume: float
    heading: float = 0
    labels: bool = False


def column_shares(table: Table, room: float = 100) -> tuple[int, ...]:
    """Return a percentage for each column, 100 in all; `room` is the width of a landscape page or a cell."""
    if table.shares:
        return table.shares
    longest = LONGEST_KEPT_WHOLE * room / 100
    columns = [measure_column(cells, longest) for cells in zip(*rows_of(table), strict=True)]
    if table.kind == "signatures":
        columns = signing_columns(columns, room)
    if table.kind == "details" and len(columns) > 1:
        columns = [
            label_column(column, len(columns)) if column.labels else _Column(column.floor, 100, 1)
            for column in columns
        ]
    return whole_shares(fill_page(widen_columns(columns, room), room))


def column_bounds(table: Table) -> tuple[tuple[float, float], ...]:
    """Measure the longest word and the longest line of each column, in hundredths of a full-width table."""
    measured = (measure_column(cells) for cells in zip(*rows_of(table), strict=True))
    return tuple((column.floor, column.ceiling) for column in measured)


def measure_column(cells: tuple[Cell, ...], longest: float = LONGEST_KEPT_WHOLE) -> _Column:
    """Measure the least, the most and the usual width that the cells of a column need."""
    floor = ceiling = 4.0
    heading = 0.0
    volume = 1.0
    for cell in cells:
        lines = list(lines_of(cell.blocks))
        bold = BOLD if cell.scope else 1
        floor = max(floor, PADDING + longest_word(lines) * bold)
        widths = [indent + line_width(line) for indent, line in lines]
        if cell.scope == "col":  # is no clue to the contents of the column
            heading = max(heading, PADDING + max(widths, default=0) * bold)
        else:
            ceiling = max(ceiling, PADDING + max(widths, default=0))
            volume += sum(width**1.5 for width in widths)
    if volume == 1 and any(cell.scope == "col" for cell in cells):
        floor = ceiling = WRITING_ROOM
    floor = min(floor, longest)
    labels = any(cell.scope == "row" for cell in cells)
    return _Column(floor, max(floor, ceiling), (volume / len(cells)) ** 0.53, heading, labels)


def widen_columns(columns: list[_Column], room: float) -> list[_Column]:
    """Widen columns to keep their short lines whole, as far as there is room."""
    for short, part in SHORT_LINES:
        wider = [comfortable_width(column, short) for column in columns]
        if sum(column.floor for column in wider) < room * part:
            return wider
    return columns


def comfortable_width(column: _Column, short: float) -> _Column:
    """Widen a column to its longest line, where that is short."""
    wanted = column.ceiling if column.ceiling <= short else LABELS if column.labels else 0
    floor = max(column.floor, min(wanted, column.ceiling), column.heading if column.heading <= short else 0)
    return column._replace(floor=floor, ceiling=max(floor, column.ceiling))


def signing_columns(columns: list[_Column], room: float) -> list[_Column]:
    """Share the room to sign in evenly, after names and dates have a line where that leaves enough."""
    wider = [max(column.floor, WRITING_ROOM, min(column.ceiling * BOLD, WIDEST_NAME)) for column in columns]
    floors = wider if sum(wider) < room else [column.floor for column in columns]
    return [_Column(floor, 100, 1) for floor in floors]


def label_column(column: _Column, columns: int) -> _Column:
    """Fix the width of a column of labels; short labels leave their room to further columns."""
    width = min(max(column.ceiling * 1.1, 24 if columns == 2 else 10), 40)
    return _Column(width, width, 1)


def fill_page(columns: list[_Column], room: float) -> list[float]:
    """Raise the level until the page is full."""
    columns = drop_extra(columns, room)
    share = crop_width if sum(column.floor for column in columns) > room else proportional_width
    low, high = 0.0, 1000.0
    for _ in range(24):
        level = (low + high) / 2
        filled = sum(share(column, level) for column in columns)
        low, high = (level, high) if filled < room else (low, level)
    shares = [share(column, low) for column in columns]
    return [width * 100 / sum(shares) for width in shares]


def drop_extra(columns: list[_Column], room: float) -> list[_Column]:
    """Take the extra off the longest words, as far as these would not fit with it."""
    extra = min(max(sum(column.floor for column in columns) - room, 0) / len(columns), ALLOWANCE)
    return [column._replace(floor=column.floor - extra) for column in columns]


def proportional_width(column: _Column, level: float) -> float:
    """Return the width of a column at a level of filling, within its bounds."""
    return min(max(column.floor, level * column.volume), column.ceiling)


def crop_width(column: _Column, level: float) -> float:
    """Crop the longest columns first where not even the words fit."""
    return min(column.floor, level)


def whole_shares(shares: list[float]) -> tuple[int, ...]:
    """Round down, then give the remainder to the columns with the largest fractions."""
    whole = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda column: whole[column] - shares[column])
    for column in by_remainder[: 100 - sum(whole)]:
        whole[column] += 1
    return tuple(whole)
