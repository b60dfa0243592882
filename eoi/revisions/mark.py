"""Marks for blocks that were inserted or deleted as a whole: on each line, and on each row of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inline import Inline, Text
from eoi.revisions.words import mark_whole_line

Fate = Literal["inserted", "deleted"]


def mark_blocks(blocks: Iterable[Block], fate: Fate) -> tuple[Block, ...]:
    """Mark several blocks."""
    return tuple(mark_block(block, fate) for block in blocks)


def mark_block(block: Block, fate: Fate) -> Block:
    """Mark a block and everything in it.

    A deleted block has no number, and no link leads to it any more.
    """
    match block:
        case Heading() | Paragraph():
            return mark_changed_line(block, fate)
        case BulletList() | NumberedList():
            return block.replace(items=tuple(mark_blocks(item, fate) for item in block.items))
        case Quote() | Callout():
            return block.replace(blocks=mark_blocks(block.blocks, fate))
        case Table():
            return mark_table(block, fate)
        case Figure():
            return mark_figure(block, fate)
        case _:
            return block


def mark_changed_line(block: Heading | Paragraph, fate: Fate) -> Block:
    """Mark a heading or a paragraph."""
    return mark_line_as(block, mark_whole_line(block.children, fate), fate)


def mark_line_as(block: Heading | Paragraph, words: tuple[Inline, ...], fate: Fate) -> Block:
    """Return a heading or a paragraph with its words marked already."""
    marked = block.replace(children=words, revision=fate)
    return marked.replace(number="", anchor="", paths="") if fate == "deleted" else marked


def mark_table(table: Table, fate: Fate) -> Table:
    """Mark a table: its caption, and each row."""
    caption = write_caption_words("Table", table, fate)
    head, rows = mark_changed_row(table.head, fate), tuple(mark_changed_row(row, fate) for row in table.rows)
    marked = table.replace(caption=mark_whole_line(caption, fate), head=head, rows=rows, revision=fate)
    return marked.replace(anchor="", number=None, paths="", row_paths=()) if fate == "deleted" else marked


def mark_figure(figure: Figure, fate: Fate) -> Figure:
    """Mark a figure and its caption."""
    caption = mark_whole_line(write_caption_words("Figure", figure, fate), fate)
    if fate == "inserted":
        return figure.replace(caption=caption, revision=fate)
    return figure.replace(caption=caption, revision=fate, number=None, data=None, anchor="")


def write_caption_words(label: str, block: Table | Figure, fate: Fate) -> tuple[Inline, ...]:
    """Return the caption of a table or figure.

    That of a deleted block has its number as text, since programs no longer count the block.
    """
    if fate == "inserted" or block.number is None:
        return block.caption
    return (Text(f"{label} {block.number}: "), *block.caption)


def mark_changed_row(row: tuple[Cell, ...], fate: Fate) -> tuple[Cell, ...]:
    """Mark the cells of a row."""
    return tuple(mark_changed_cell(cell, fate) for cell in row)


def mark_changed_cell(cell: Cell, fate: Fate) -> Cell:
    """Mark a cell and its text."""
    paths = "" if fate == "deleted" else cell.paths
    return cell.replace(blocks=mark_blocks(cell.blocks, fate), paths=paths, revision=fate)
