"""Pipe tables. Their cells hold lists as HTML, since Markdown has none in cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
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
    Revision,
    Table,
)
from eoi.document.inline import Strong, Text
from eoi.document.walk import find_only_text
from eoi.writers.md.inline import Footnotes, escape_text, write_one_line_md

BREAK_AT_LIST = re.compile(r"(?<=</[uo]l>)<br>|<br>(?=<[uo]l)")  # a list begins on a new line without it


def write_table_md(block: Table, footnotes: Footnotes) -> str:
    """Write a table. A table of facts has no head, so it gets an empty one."""
    width = len(block.rows[0]) if block.rows else len(block.head)
    above = write_caption_md(block, footnotes)
    rows = [block.head or [Cell(())] * width, *block.rows]
    head, *body = [write_row_md(cells, footnotes) for cells in rows]
    sides = "".join(" ---: |" if block.aligns_right(column) else " --- |" for column in range(width))
    return "\n\n".join([*above, "\n".join([head, f"|{sides}", *body])])


def write_caption_md(block: Table, footnotes: Footnotes) -> list[str]:
    """Return the caption of a table with its anchor as a list with one text; an empty list without either."""
    anchor = f'<a id="{block.anchor}"></a>' if block.anchor else ""
    if not block.caption:
        return [anchor] if anchor else []
    number = write_label_md("Table", block.number, block.revision)
    return [f"{anchor}**{number}{write_one_line_md(block.caption, footnotes)}**"]


def write_label_md(label: str, number: int | None, revision: Revision) -> str:
    """Write the number of a table or figure, marked as inserted if the table is.

    The text is empty without a number.
    """
    words = f"{label} {number}: " if number else ""
    return f"<ins>{words}</ins>" if words and revision == "inserted" else words


def write_row_md(cells: Iterable[Cell], footnotes: Footnotes) -> str:
    """Write a row of a pipe table."""
    return "|" + "".join([f" {write_cell_md(c, footnotes)} |" if c.blocks else "  |" for c in cells])


def write_cell_md(cell: Cell, footnotes: Footnotes) -> str:
    """Write a cell. A row's heading is bold."""
    if (text := find_only_text(cell.blocks)) is not None:
        return write_text_cell_md(text, is_bold=cell.scope == "row")
    if cell.scope == "row" and isinstance(label := cell.blocks[0], Paragraph) and label.children:
        return write_cell_content((Paragraph((Strong(label.children),)), *cell.blocks[1:]), footnotes)
    return write_cell_content(cell.blocks, footnotes)


@lru_cache(maxsize=1024)
def write_text_cell_md(text: str, is_bold: bool) -> str:
    """Write a cell with one plain text.

    The result is kept, since the questions of a round are in the checklist of each of its submissions.
    """
    return write_one_line_md((Strong((Text(text),)),), Footnotes()) if is_bold else escape_text(text)


def write_cell_content(blocks: tuple[Block, ...], footnotes: Footnotes) -> str:
    """Write the content of a cell on one line, with HTML for what would need several lines."""
    joined = "<br>".join(filter(None, [write_cell_block(block, footnotes) for block in blocks]))
    return BREAK_AT_LIST.sub("", joined) if "<br>" in joined else joined


def write_cell_block(block: Block, footnotes: Footnotes) -> str:
    """Write a block inside a cell, where Markdown has no blocks."""
    match block:
        case Paragraph((Text(text),)):  # as in most cells
            return escape_text(text)
        case Paragraph(children) | Heading(children=children) | Figure(caption=children):
            return write_one_line_md(children, footnotes)
        case BulletList(items):
            return f"<ul>{write_cell_items(items, footnotes)}</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>{write_cell_items(items, footnotes)}</ol>"
        case Quote(blocks) | Callout(blocks=blocks):
            return write_cell_content(blocks, footnotes)
        case Table(rows=rows):
            return "<br>".join(
                " / ".join(write_cell_content(cell_md.blocks, footnotes) for cell_md in row_md)
                for row_md in rows
            )
        case Contents():
            return ""
        case _:
            assert_never(block)


def write_cell_items(items: Iterable[tuple[Block, ...]], footnotes: Footnotes) -> str:
    """Write the items of a list inside a cell, as HTML."""
    return "".join(f"<li>{write_cell_content(item, footnotes)}</li>" for item in items)
