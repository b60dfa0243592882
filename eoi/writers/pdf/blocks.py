"""Blocks and tables as data for Typst."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Any, assert_never

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
from eoi.document.subset.inlines import plain_text
from eoi.document.walk import inlines_of, inner_blocks, is_gap, walk_blocks
from eoi.writers.column_widths import column_shares
from eoi.writers.page_layout import introduces
from eoi.writers.pdf.context import SECTION_LEVEL, PdfContext, is_blank_heading
from eoi.writers.pdf.inline import line_node
from eoi.writers.pdf.spelling import LONGEST, property_text
from eoi.writers.row_heights import row_lines

DEEPEST = 9  # levels of nested blocks; Typst fails a little deeper, and no width would be left
FEW_SECTIONS = 24  # whose contents a page can hold
LETTERS, SHORT_LIST = 85, 7  # letters of a line, lines
LONGEST_WHOLE = 1200  # characters of a callout that is kept on one page

Flow = Callable[[tuple[Block, ...]], list[dict[str, Any]]]

TALLEST = 18  # lines of a row that is kept on one page: a third of an upright page
LONGEST_HEAD = 8  # lines of a head that is repeated on each page


def table_node(block: Table, context: PdfContext, flow: Flow) -> dict[str, Any]:
    """Encode a table."""
    shares = column_shares(block) if block.head or block.rows else ()
    return {
        "kind": "table",
        "layout": block.kind,
        "bold": not block.plain,
        "anchor": context.claim(block.anchor),
        "label": f"Table {block.number}" if block.number is not None else "",
        **line_node(block.caption, context),
        "shares": shares,
        "right": [block.aligns_right(column) for column in range(len(shares))],
        "whole": block.is_whole,
        "kept": 0 if block.is_whole else block.kept,
        "repeats": row_lines(block.head, shares) <= LONGEST_HEAD,
        "head": cell_nodes(block.head, flow),
        "rows": [
            {"tall": row_lines(row, shares) > TALLEST, "cells": cell_nodes(row, flow)} for row in block.rows
        ],
    }


def cell_nodes(row: tuple[Cell, ...], flow: Flow) -> list[dict[str, Any]]:
    """Encode the cells of a row."""
    return [{"scope": cell.scope or "", "blocks": flow(cell.blocks)} for cell in row]


NextTwo = tuple[Block | None, Block | None]


def block_nodes(blocks: tuple[Block, ...], context: PdfContext, depth: int = 0) -> list[dict[str, Any]]:
    """Encode blocks one after the other. Blocks that are nested too deeply become paragraphs."""
    if depth == DEEPEST:
        blocks = tuple(flatten_blocks(blocks))
    following = zip(blocks, [*blocks[1:], None], [*blocks[2:], None, None], strict=False)
    return [block_node(block, (after, then), context, depth) for block, after, then in following]


def flatten_blocks(blocks: tuple[Block, ...]) -> list[Block]:
    """Return all words of blocks as paragraphs."""
    return [Paragraph(words) for block in walk_blocks(blocks) if (words := inlines_of(block))]


def paragraph_node(block: Paragraph, after: Block | None, context: PdfContext) -> dict[str, Any]:
    """Encode a paragraph. A question stays with the next block, whatever it is."""
    return {
        "kind": "paragraph",
        "role": block.role,
        "leads": block.role == "question" or introduces(block, after),
        "number": block.number,
        "anchor": context.claim(block.anchor),
        **line_node(block.children, context),
    }


def callout_node(block: Callout, next_two: NextTwo, flow: Flow) -> dict[str, Any]:
    """Encode a callout. The last of several gaps is not left alone at the top of a page."""
    return {
        "kind": "callout",
        "tone": block.kind,
        "whole": length(block) <= LONGEST_WHOLE,
        "leads": is_gap(block) and is_gap(next_two[0]) and not is_gap(next_two[1]),
        "blocks": flow(block.blocks),
    }


def block_node(block: Block, next_two: NextTwo, context: PdfContext, depth: int) -> dict[str, Any]:
    """Encode one block."""
    inner = partial(block_nodes, context=context, depth=depth + 1)
    match block:
        case Paragraph():
            return paragraph_node(block, next_two[0], context)
        case Heading():
            return heading(block, context)
        case BulletList():
            items = [inner(item) for item in block.items]
            return {"kind": "bullets", "whole": is_short_list(block, depth), "items": items}
        case NumberedList(start=start):
            items = [inner(item) for item in block.items]
            return {"kind": "numbers", "whole": is_short_list(block, depth), "start": start, "items": items}
        case Quote():
            return {"kind": "quote", "blocks": inner(block.blocks)}
        case Callout():
            return callout_node(block, next_two, inner)
        case Table():
            return table_node(block, context, inner)
        case Figure():
            return encode_figure(block, context)
        case Contents():
            level = context.level_below(SECTION_LEVEL)
            return {"kind": "contents", "level": level, "whole": context.sections <= FEW_SECTIONS}
        case _:
            assert_never(block)


def heading(block: Heading, context: PdfContext) -> dict[str, Any]:
    """Encode a heading. A blank one becomes a paragraph, since PDF/UA-1 forbids blank headings."""
    if is_blank_heading(block):
        return block_node(Paragraph(block.children), (None, None), context, 0)
    return {
        "kind": "heading",
        "level": context.level_below(block.level),
        "listed": block.level == SECTION_LEVEL,
        "number": block.number,
        "opens": block.opens,
        "bookmarked": len(plain_text(block.children)) <= LONGEST,
        "anchor": context.claim(block.anchor),
        **line_node(block.children, context),
    }


def encode_figure(block: Figure, context: PdfContext) -> dict[str, Any]:
    """Encode a figure with its picture and its text for screen readers."""
    return {
        "kind": "figure",
        "anchor": context.claim(block.anchor),
        "label": f"Figure {block.number}" if block.number is not None else "",
        "svg": context.spell_out_svg(block.svg),
        "alt": property_text(block.alt).strip() or property_text(plain_text(block.caption)) or "Picture",
        "width": block.width,
        "height": block.height,
        **line_node(block.caption, context),
    }


def is_short_list(block: BulletList | NumberedList, depth: int) -> bool:
    """Tell whether a list outside tables is kept on one page. Its last item is then not alone on the next."""
    lines = sum(ceil(max(sum(map(length, item)), 1) / LETTERS) for item in block.items)
    return depth == 0 and lines <= SHORT_LIST


def length(block: Block) -> int:
    """Count the characters of a block and of all blocks inside it."""
    inside = sum(length(inner) for blocks in inner_blocks(block) for inner in blocks)
    return len(plain_text(inlines_of(block))) + inside
