"""Blocks as data for Typst."""

from __future__ import annotations

from functools import partial
from typing import Any, assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inlines import plain_text
from eoi.document.walk import contained, inlines_of, is_gap, walk
from eoi.writers.pdf.inline import line
from eoi.writers.pdf.ledger import Ledger, is_blank
from eoi.writers.pdf.spelling import LONGEST, property_text
from eoi.writers.pdf.tables import table

DEEPEST = 9  # blocks within blocks: Typst gives up a little beyond, and no column is left to set them in
LONGEST_WHOLE = 1200  # characters of a callout that is kept on one page
CONTENTS_LEVEL = 2

NextTwo = tuple[Block | None, Block | None]


def flow(blocks: tuple[Block, ...], ledger: Ledger, depth: int = 0) -> list[dict[str, Any]]:
    """Blocks one after the other; what is nested too deep is set as paragraphs."""
    if depth == DEEPEST:
        blocks = tuple(flattened(blocks))
    following = zip(blocks, [*blocks[1:], None], [*blocks[2:], None, None], strict=False)
    return [node(block, (after, then), ledger, depth) for block, after, then in following]


def flattened(blocks: tuple[Block, ...]) -> list[Block]:
    return [Paragraph(words) for block in walk(blocks) if (words := inlines_of(block))]


def node(block: Block, next_two: NextTwo, ledger: Ledger, depth: int) -> dict[str, Any]:
    inner = partial(flow, ledger=ledger, depth=depth + 1)
    match block:
        case Paragraph():
            return {
                "kind": "paragraph",
                "role": block.role,
                "leads": leads_to(block, next_two[0]),
                **line(block.children, ledger),
            }
        case Heading():
            return heading(block, ledger)
        case BulletList():
            return {"kind": "bullets", "items": [inner(item) for item in block.items]}
        case NumberedList():
            return {"kind": "numbers", "start": block.start, "items": [inner(item) for item in block.items]}
        case Quote():
            return {"kind": "quote", "blocks": inner(block.blocks)}
        case Callout():
            return {
                "kind": "callout",
                "tone": block.kind,
                "whole": length(block) <= LONGEST_WHOLE,
                # The last of several gaps is not left alone at the top of a page.
                "leads": is_gap(block) and is_gap(next_two[0]) and not is_gap(next_two[1]),
                "blocks": inner(block.blocks),
            }
        case Table():
            return table(block, ledger, inner)
        case Figure():
            return figure(block, ledger)
        case Contents():
            return {"kind": "contents", "level": ledger.level_below(CONTENTS_LEVEL)}
        case _:
            assert_never(block)


def leads_to(block: Paragraph, after: Block | None) -> bool:
    """A question stays with its answer, and "It set these conditions:" with the conditions."""
    return block.role == "question" or isinstance(after, BulletList | NumberedList)


def heading(block: Heading, ledger: Ledger) -> dict[str, Any]:
    if is_blank(block):
        return node(Paragraph(block.children), (None, None), ledger, 0)
    return {
        "kind": "heading",
        "level": ledger.level_below(block.level),
        "listed": block.level in (2, 3),
        "bookmarked": len(plain_text(block.children)) <= LONGEST,
        "anchor": ledger.claim(block.anchor),
        **line(block.children, ledger),
    }


def figure(block: Figure, ledger: Ledger) -> dict[str, Any]:
    return {
        "kind": "figure",
        "anchor": ledger.claim(block.anchor),
        "label": f"Figure {block.number}",
        "svg": ledger.spelt_svg(block.svg),
        "alt": property_text(block.alt).strip() or property_text(plain_text(block.caption)) or "Picture",
        "width": block.width,
        "height": block.height,
        **line(block.caption, ledger),
    }


def length(block: Block) -> int:
    inside = sum(length(inner) for blocks in contained(block) for inner in blocks)
    return len(plain_text(inlines_of(block))) + inside
