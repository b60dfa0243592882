"""The measures of a cell: its lines, its widest word and its pictures, found once for all formats."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from eoi.document.blocks import Block, Figure, Paragraph
from eoi.document.walk import walk_blocks
from eoi.writers.line_widths import (
    find_longest_part,
    list_lines_of_blocks,
    measure_line_width,
    measure_word_width,
)


class MeasuredLine(NamedTuple):
    """A line with its indent, and its width without it.

    It has no break unless its author set one; `letters` counts its characters.
    """

    indent: float
    width: float
    letters: int
    breaks: int

    def count_lines(self, room: float) -> int:
        """Count the lines that it takes in a cell of a width."""
        left = room - self.indent
        return ceil(self.width / left if left > 1 else self.width)


class CellMeasure(NamedTuple):
    """The measures of a cell.

    `word` is the width of its widest word, `line` that of its longest line, each with its indent. `volume`
    tells how much room all its words ask for.
    """

    lines: tuple[MeasuredLine, ...]
    word: float
    line: float
    volume: float
    figures: tuple[Figure, ...]


MOST_KEPT = 2048  # cells: those of both documents of a long submission
_measured: dict[int, tuple[tuple[Block, ...], CellMeasure]] = {}


def measure_cell(blocks: tuple[Block, ...]) -> CellMeasure:
    """Measure a cell by its blocks.

    The widths of columns, the orientation of pages and the heights of rows all ask for it, in each format.
    Blocks are recognised by identity, since comparing their contents would take longer.
    """
    known = _measured.get(id(blocks))
    if known is not None and known[0] is blocks:
        return known[1]
    if len(_measured) >= MOST_KEPT:
        _measured.clear()
    measure = measure_blocks(blocks)
    _measured[id(blocks)] = (blocks, measure)
    return measure


def measure_blocks(blocks: tuple[Block, ...]) -> CellMeasure:
    """Measure the blocks of a cell."""
    lines: list[MeasuredLine] = []
    word = longest = volume = 0.0
    for indent, text in list_lines_of_blocks(blocks):
        width = measure_line_width(text)
        lines.append(MeasuredLine(indent, width, len(text), text.count("\n")))
        word = max(word, indent + measure_word_width(find_longest_part(text)))
        longest = max(longest, indent + width)
        volume += (indent + width) ** 1.5
    return CellMeasure(tuple(lines), word, longest, volume, list_pictures_of_cell(blocks))


def list_pictures_of_cell(blocks: tuple[Block, ...]) -> tuple[Figure, ...]:
    """Return the pictures in a cell. Most cells hold a single paragraph, and no picture."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return ()
    return tuple(block for block in walk_blocks(blocks) if isinstance(block, Figure))
