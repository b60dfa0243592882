"""The likeness of two blocks, by the words in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eoi.document.blocks import Block, Callout, Cell, Figure, Heading, Paragraph, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_inner_blocks, list_own_inlines
from eoi.revisions.align import compute_share_of_words


def read_words_of_block(block: Block) -> str:
    """Return the kind of a block and all its words."""
    inside = (read_words_of_blocks(blocks) for blocks in list_inner_blocks(block))
    return " ".join((type(block).__name__, read_plain_words(list_own_inlines(block)), *inside))


def read_words_of_blocks(blocks: Iterable[Block]) -> str:
    """Return the words of several blocks."""
    return " ".join(map(read_words_of_block, blocks))


def read_words_of_row(row: Iterable[Cell]) -> str:
    """Return the words of a row, cell by cell."""
    return "|".join(read_words_of_blocks(cell.blocks) for cell in row)


def compare_blocks(one: Block, other: Block) -> float:
    """Return the likeness of two blocks, from 0 to 1. Blocks with the same anchor or field count as equal."""
    if type(one) is not type(other) or find_block_key(one) != find_block_key(other):
        return 0.0
    if name_block(one) and name_block(one) == name_block(other):
        return 1.0
    return compute_share_of_words(read_words_of_block(one), read_words_of_block(other))


def compare_items(one: Iterable[Block], other: Iterable[Block]) -> float:
    """Return the likeness of two items of lists, from 0 to 1."""
    return compute_share_of_words(read_words_of_blocks(one), read_words_of_blocks(other))


def compare_rows(one: tuple[Cell, ...], other: tuple[Cell, ...]) -> float:
    """Return the likeness of two rows, from 0 to 1.

    Rows with the same first cell count as equal.
    """
    called, other_called = (read_words_of_blocks(row[0].blocks) for row in (one, other))
    if called and called == other_called:
        return 1.0
    return compute_share_of_words(read_words_of_row(one), read_words_of_row(other))


def find_block_key(block: Block) -> Any:
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
