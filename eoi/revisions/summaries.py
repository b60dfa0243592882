"""The likeness of two blocks, by the words in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eoi.document.blocks import Block, Callout, Cell, Figure, Heading, Paragraph, Table
from eoi.document.subset.inlines import plain_text
from eoi.document.walk import inlines_of, inner_blocks
from eoi.revisions.align import share_of_words


def words_of_block(block: Block) -> str:
    """Return the kind of a block and all its words."""
    inside = (words_of_blocks(blocks) for blocks in inner_blocks(block))
    return " ".join((type(block).__name__, plain_text(inlines_of(block)), *inside))


def words_of_blocks(blocks: Iterable[Block]) -> str:
    """Return the words of several blocks."""
    return " ".join(map(words_of_block, blocks))


def words_of_row(row: Iterable[Cell]) -> str:
    """Return the words of a row, cell by cell."""
    return "|".join(words_of_blocks(cell.blocks) for cell in row)


def compare_blocks(one: Block, other: Block) -> float:
    """Return the likeness of two blocks, from 0 to 1. Blocks with the same anchor or field count as equal."""
    if type(one) is not type(other) or key_of_block(one) != key_of_block(other):
        return 0.0
    if name_block(one) and name_block(one) == name_block(other):
        return 1.0
    return share_of_words(words_of_block(one), words_of_block(other))


def compare_items(one: Iterable[Block], other: Iterable[Block]) -> float:
    """Return the likeness of two items of lists, from 0 to 1."""
    return share_of_words(words_of_blocks(one), words_of_blocks(other))


def compare_rows(one: tuple[Cell, ...], other: tuple[Cell, ...]) -> float:
    """Return the likeness of two rows, from 0 to 1.

    Rows with the same first cell count as equal.
    """
    called, other_called = (words_of_blocks(row[0].blocks) for row in (one, other))
    if called and called == other_called:
        return 1.0
    return share_of_words(words_of_row(one), words_of_row(other))


def key_of_block(block: Block) -> Any:
    """Return the property that two blocks must share to be versions of one block."""
    match block:
        case Heading(level=level):
            return level
        case Paragraph(role=role):
            return role
        case Callout(kind=kind) | Table(kind=kind):
            return kind
        case _:
            return None


def name_block(block: Block) -> str:
    """Return the anchor of a block, or the field of a gap, or an empty text."""
    match block:
        case Callout(path=path):
            return path
        case Heading() | Table() | Figure():
            return block.anchor
        case _:
            return ""
