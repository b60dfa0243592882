"""The widths of a table's columns, chosen from the contents of its cells.

Word and HTML would otherwise give every column the same width. That breaks words in narrow columns, and
leaves a column of yes and no half empty.
"""

from __future__ import annotations

from eoi.document.blocks import Cell, Table
from eoi.frozen_value import FrozenValue
from eoi.writers.cell_measures import measure_cell
from eoi.writers.line_widths import PADDING, list_rows_with_head

# All widths are in hundredths of a full-width table in 10 point Arial on A4, so a sum of 100 fills the page.
LONGEST_KEPT_WHOLE = 40.0  # enough for any word; longer ones, such as an address, may break
# A line as short as "September 2014" is not broken if there is room. One as short as "Reports to whom" is not
# broken if that leaves a tenth of the room for longer lines.
SHORT_LINES = ((26.6, 0.9), (17.7, 1.0))
NARROWEST = 4.0
DASH = 2.0  # wider than the dash in an empty cell
ALLOWANCE = 0.8  # the room of a column beside its longest word
BOLD = 1.06  # times the width of other letters
WRITING_ROOM = 15.0  # the width of a column to write in, which has only a heading
WIDEST_NAME = 32.0  # the widest column of names beside lines to sign
LABELS = 16.0  # labels are not broken after each word, since readers search for rows by them


class _Column(FrozenValue):
    """The demands of a column on its width.

    `floor` is the width of its longest word, `ceiling` that of its longest line below the heading, `heading`
    that of its heading, and `volume` its share of free room. `labels` tells that it holds row labels.
    """

    floor: float
    ceiling: float
    volume: float
    heading: float = 0
    labels: bool = False


def compute_column_shares(table: Table, room: float = 100) -> tuple[int, ...]:
    """Return the width of each column in per cent, 100 in all.

    `room` is the width available, in hundredths of a full-width table.
    """
    if table.shares:
        return table.shares
    longest = LONGEST_KEPT_WHOLE * room / 100
    columns = [measure_column(cells, longest) for cells in zip(*list_rows_with_head(table), strict=True)]
    if table.kind == "signatures":
        columns = make_signing_columns(columns, room)
    if table.kind == "details" and len(columns) > 1:
        columns = [
            label_column(column, len(columns)) if column.labels else _Column(column.floor, 100, 1)
            for column in columns
        ]
    return round_to_whole_shares(fill_page(widen_columns(columns, room), room))


def measure_column_bounds(table: Table) -> tuple[tuple[float, float], ...]:
    """Return the widths of the longest word and the longest line of each column.

    The unit is a hundredth of a full-width table.
    """
    measured = (measure_column(cells) for cells in zip(*list_rows_with_head(table), strict=True))
    return tuple((column.floor, column.ceiling) for column in measured)


def measure_column(cells: tuple[Cell, ...], longest: float = LONGEST_KEPT_WHOLE) -> _Column:
    """Measure the demands of a column from its cells. No word counts as longer than `longest`."""
    words, headings, lines = [0.0], [0.0], [0.0]
    volume = 1.0
    filled = 1
    for cell in cells:
        measure = measure_cell(cell.blocks)
        words.append(measure.word * BOLD if cell.scope else measure.word)
        if cell.scope == "col":  # a heading says nothing about the width of the contents
            headings.append(PADDING + measure.line * BOLD)
        else:
            lines.append(measure.line)
            filled += measure.line > DASH  # a few long comments are as hard to read as many
            volume += measure.volume
    floor, ceiling = max(NARROWEST, PADDING + max(words)), max(NARROWEST, PADDING + max(lines))
    scopes = [cell.scope for cell in cells]
    if volume == 1 and "col" in scopes:
        floor = ceiling = WRITING_ROOM
    floor = min(floor, longest)
    volume = (volume / filled) ** 0.53
    return _Column(floor, max(floor, ceiling), volume, max(headings), "row" in scopes)


def widen_columns(columns: list[_Column], room: float) -> list[_Column]:
    """Widen columns so that their short lines do not break, as far as there is room."""
    for short, part in SHORT_LINES:
        wider = [widen_column(column, short) for column in columns]
        if sum(column.floor for column in wider) < room * part:
            return wider
    return columns


def widen_column(column: _Column, short: float) -> _Column:
    """Widen a column to its longest line, if that is no longer than `short`."""
    wanted = column.ceiling if column.ceiling <= short else LABELS if column.labels else 0
    floor = max(column.floor, min(wanted, column.ceiling), column.heading if column.heading <= short else 0)
    return column.replace(floor=floor, ceiling=max(floor, column.ceiling))


def make_signing_columns(columns: list[_Column], room: float) -> list[_Column]:
    """Give columns to sign in equal room, after names and dates have a line of their own if there is room."""
    wider = [max(column.floor, WRITING_ROOM, min(column.ceiling * BOLD, WIDEST_NAME)) for column in columns]
    floors = wider if sum(wider) < room else [column.floor for column in columns]
    return [_Column(floor, 100, 1) for floor in floors]


def label_column(column: _Column, columns: int) -> _Column:
    """Fix the width of a column of labels. Other columns get the room that short labels leave."""
    width = min(max(column.ceiling * 1.1, 24 if columns == 2 else 10), 40)
    return _Column(width, width, 1)


def fill_page(columns: list[_Column], room: float) -> list[float]:
    """Return the widths of the columns in per cent: as wide as their room allows, and 100 in all.

    Each gets its volume of a level of free room, within its bounds. If not even the words fit, each column is
    cut to the level.
    """
    columns = drop_extra(columns, room)
    bounds = [(column.floor, column.volume, column.ceiling) for column in columns]
    if sum([column.floor for column in columns]) > room:
        bounds = [(0.0, 1.0, column.floor) for column in columns]
    low, high = 0.0, 1000.0
    for _ in range(24):
        level = (low + high) / 2
        filled = sum([min(max(least, level * volume), most) for least, volume, most in bounds])
        low, high = (level, high) if filled < room else (low, level)
    shares = [min(max(least, low * volume), most) for least, volume, most in bounds]
    whole = sum(shares)
    return [width * 100 / whole for width in shares]


def drop_extra(columns: list[_Column], room: float) -> list[_Column]:
    """Reduce the extra room beside the longest words as far as needed to fit the page."""
    extra = min(max(sum(column.floor for column in columns) - room, 0) / len(columns), ALLOWANCE)
    if not extra:
        return columns
    return [column.replace(floor=column.floor - extra) for column in columns]


def round_to_whole_shares(shares: list[float]) -> tuple[int, ...]:
    """Round shares to whole numbers with the sum 100.

    The columns with the largest fractions are rounded up.
    """
    whole = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda column: whole[column] - shares[column])
    for column in by_remainder[: 100 - sum(whole)]:
        whole[column] += 1
    return tuple(whole)
