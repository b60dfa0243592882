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
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import is_gap, list_inner_blocks, list_own_inlines, walk_blocks
from eoi.writers.column_widths import compute_column_shares
from eoi.writers.page_layout import introduces
from eoi.writers.pdf.context import SECTION_LEVEL, PdfContext, is_blank_heading
from eoi.writers.pdf.inline import encode_line
from eoi.writers.pdf.spelling import LONGEST, write_property_text
from eoi.writers.row_heights import count_row_lines

DEEPEST = 9  # levels of nested blocks; Typst fails a little deeper, and no width would be left
FEW_SECTIONS = 24  # whose contents a page can hold
LETTERS, SHORT_LIST = 85, 7  # letters of a line, lines
LONGEST_WHOLE = 1200  # characters of a callout that is kept on one page

Flow = Callable[[tuple[Block, ...]], list[dict[str, Any]]]

TALLEST = 18  # lines of a row that is kept on one page: a third of an upright page
LONGEST_HEAD = 8  # lines of a head that is repeated on each page


def encode_table(block: Table, context: PdfContext, flow: Flow) -> dict[str, Any]:
    """Encode a table."""
    shares = compute_column_shares(block) if block.head or block.rows else ()
    return {
        "kind": "table",
        "layout": block.kind,
        "bold": not block.plain,
        "anchor": context.claim(block.anchor),
        "label": f"Table {block.number}" if block.number is not None else "",
        **encode_line(block.caption, context),
        "shares": shares,
        "right": [block.aligns_right(column) for column in range(len(shares))],
        "whole": block.is_whole,
        "kept": 0 if block.is_whole else block.kept,
        "repeats": count_row_lines(block.head, shares) <= LONGEST_HEAD,
        "head": encode_cells(block.head, flow),
        "rows": [
            {"tall": count_row_lines(row, shares) > TALLEST, "cells": encode_cells(row, flow)}
            for row in block.rows
        ],
    }


def encode_cells(row: tuple[Cell, ...], flow: Flow) -> list[dict[str, Any]]:
    """Encode the cells of a row."""
    return [{"scope": cell.scope or "", "blocks": flow(cell.blocks)} for cell in row]


NextTwo = tuple[Block | None, Block | None]


def encode_blocks(blocks: tuple[Block, ...], context: PdfContext, depth: int = 0) -> list[dict[str, Any]]:
    """Encode blocks one after the other. Blocks that are nested too deeply become paragraphs."""
    if depth == DEEPEST:
        blocks = tuple(flatten_blocks(blocks))
    following = zip(blocks, [*blocks[1:], None], [*blocks[2:], None, None], strict=False)
    return [encode_block(block, (after, then), context, depth) for block, after, then in following]


def flatten_blocks(blocks: tuple[Block, ...]) -> list[Block]:
    """Return all words of blocks as paragraphs."""
    return [Paragraph(words) for block in walk_blocks(blocks) if (words := list_own_inlines(block))]


def encode_paragraph(block: Paragraph, after: Block | None, context: PdfContext) -> dict[str, Any]:
    """Encode a paragraph. A question stays with the next block, whatever it is."""
    return {
        "kind": "paragraph",
        "role": block.role,
        "leads": block.role == "question" or introduces(block, after),
        "number": block.number,
        "anchor": context.claim(block.anchor),
        **encode_line(block.children, context),
    }


def encode_callout(block: Callout, next_two: NextTwo, flow: Flow) -> dict[str, Any]:
    """Encode a callout. The last of several gaps is not left alone at the top of a page."""
    return {
        "kind": "callout",
        "tone": block.kind,
        "whole": count_characters(block) <= LONGEST_WHOLE,
        "leads": is_gap(block) and is_gap(next_two[0]) and not is_gap(next_two[1]),
        "blocks": flow(block.blocks),
    }


def encode_block(block: Block, next_two: NextTwo, context: PdfContext, depth: int) -> dict[str, Any]:
    """Encode one block."""
    inner = partial(encode_blocks, context=context, depth=depth + 1)
    match block:
        case Paragraph():
            return encode_paragraph(block, next_two[0], context)
        case Heading():
            return encode_heading(block, context)
        case BulletList():
            items = [inner(item) for item in block.items]
            return {"kind": "bullets", "whole": is_short_list(block, depth), "items": items}
        case NumberedList(start=start):
            items = [inner(item) for item in block.items]
            return {"kind": "numbers", "whole": is_short_list(block, depth), "start": start, "items": items}
        case Quote():
            return {"kind": "quote", "blocks": inner(block.blocks)}
        case Callout():
            return encode_callout(block, next_two, inner)
        case Table():
            return encode_table(block, context, inner)
        case Figure():
            return encode_figure(block, context)
        case Contents():
            level = context.level_below(SECTION_LEVEL)
            return {"kind": "contents", "level": level, "whole": context.sections <= FEW_SECTIONS}
        case _:
            assert_never(block)


def encode_heading(block: Heading, context: PdfContext) -> dict[str, Any]:
    """Encode a heading. A blank one becomes a paragraph, since PDF/UA-1 forbids blank headings."""
    if is_blank_heading(block):
        return encode_block(Paragraph(block.children), (None, None), context, 0)
    return {
        "kind": "heading",
        "level": context.level_below(block.level),
        "listed": block.level == SECTION_LEVEL,
        "number": block.number,
        "opens": block.opens,
        "bookmarked": len(read_plain_words(block.children)) <= LONGEST,
        "anchor": context.claim(block.anchor),
        **encode_line(block.children, context),
    }


def encode_figure(block: Figure, context: PdfContext) -> dict[str, Any]:
    """Encode a figure with its picture and its text for screen readers."""
    return {
        "kind": "figure",
        "anchor": context.claim(block.anchor),
        "label": f"Figure {block.number}" if block.number is not None else "",
        "svg": context.spell_out_svg(block.svg),
        "alt": write_property_text(block.alt).strip()
        or write_property_text(read_plain_words(block.caption))
        or "Picture",
        "width": block.width,
        "height": block.height,
        **encode_line(block.caption, context),
    }


def is_short_list(block: BulletList | NumberedList, depth: int) -> bool:
    """Tell whether a list outside tables is kept on one page. Its last item is then not alone on the next."""
    lines = sum(ceil(max(sum(map(count_characters, item)), 1) / LETTERS) for item in block.items)
    return depth == 0 and lines <= SHORT_LIST


def count_characters(block: Block) -> int:
    """Count the characters of a block and of all blocks inside it."""
    inside = sum(count_characters(inner) for blocks in list_inner_blocks(block) for inner in blocks)
    return len(read_plain_words(list_own_inlines(block))) + inside
