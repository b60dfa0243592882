"""Paragraphs and lists: their style, and properties that depend on their place on the page.

An OpenDocument list can hold only paragraphs and lists. Each item is in its own list at its own depth. Other
blocks of an item are written between two lists, and the second list continues the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from eoi.document.blocks import BulletList, NumberedList
from eoi.document.inline import Inline
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.adaptation import Blocks
from eoi.writers.odt.inline import write_inlines
from eoi.writers.odt.xml import NEXT_PAGE, OdtContext, keep_last_space, write_points
from eoi.writers.page import FRAME_INDENT, Surroundings
from eoi.writers.page_layout import ends_with_short_items
from eoi.writers.text import runs_right_to_left

MARKER = 0  # any value will do, since the place of an item tells its list
LEVELS = 10  # levels of a list; deeper items stay at the last level
OWN_NAMES = {  # names of styles that every OpenDocument program knows
    "BodyText": "Text_20_body",
    "Quote": "Quotations",
    "TableBodyText": "Table_20_Contents",
    "TableColumnHeading": "Table_20_Heading",
}
BARS = {  # twips of a frame's indent that its bar and padding take: in the body, in a cell
    "Quote": (230, 120),
    "Gap": (227, 142),
    "Note": (227, 142),
}
# The side is stated as "right", since LibreOffice reads "start" as left.
RIGHT = ' fo:text-align="right"'
DIRECTION = f' style:writing-mode="rl-tb"{RIGHT}'


def write_line(
    style: str,
    children: tuple[Inline, ...],
    place: Surroundings,
    context: OdtContext,
    anchor: str = "",
    paths: str = "",
) -> str:
    """Write a paragraph with its words, its bookmark and a mark for the fields that it shows."""
    content = add_bookmark(anchor, write_inlines(children, context), context)
    content = context.bookmark_of_fields(paths) + content
    return write_paragraph(style, content, place, context, rtl=is_right_to_left(content, children))


def add_bookmark(anchor: str, content: str, context: OdtContext) -> str:
    """Put the bookmark of an anchor around content."""
    start, end = context.bookmark_ends(anchor)
    return start + content + end


def is_right_to_left(content: str, children: tuple[Inline, ...]) -> bool:
    """Tell whether a line runs from right to left.

    Most lines are plain ASCII, for which the answer is quick.
    """
    return not content.isascii() and runs_right_to_left(read_plain_words(children))


def write_paragraph(
    style: str, content: str, place: Surroundings, context: OdtContext, *, rtl: bool = False
) -> str:
    """Write a paragraph from content that is XML already."""
    name = choose_paragraph_style(style, place, context, rtl=rtl)
    return f'<text:p text:style-name="{name}">{keep_last_space(content)}</text:p>'


def choose_paragraph_style(style: str, place: Surroundings, context: OdtContext, *, rtl: bool) -> str:
    """Return the name of a paragraph's style.

    It is a new style if its place needs more than the shipped one.
    """
    look = write_paragraph_look(style, place, context.take_opening(), rtl)
    return context.style("paragraph", *look) if look else write_style_name(style)


@lru_cache(maxsize=1024)  # few kinds of places have many paragraphs
def write_paragraph_look(style: str, place: Surroundings, opening: str, rtl: bool) -> tuple[str, str] | None:
    """Return the attributes and properties of a new style; return None if the named style is enough."""
    properties = (
        ('fo:keep-with-next="always" ' if place.leads else "")
        + ('fo:break-before="page" ' if opening == NEXT_PAGE else "")
        + indent(style, place)
        + (DIRECTION if rtl else RIGHT if place.right else "")
    )
    master = f' style:master-page-name="{opening}"' if opening and opening != NEXT_PAGE else ""
    if not (properties or master):
        return None
    attributes = f' style:parent-style-name="{write_style_name(style)}"{master}'
    return attributes, f"<style:paragraph-properties {properties}/>"


@cache
def write_style_name(style: str) -> str:
    """Return the name of a style as the file holds it, with each space written as `_20_`."""
    return OWN_NAMES.get(style) or re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "_20_", style)


def indent(style: str, place: Surroundings) -> str:
    """Return the indent of a paragraph; empty if list and style already indent it enough.

    A list overrides the indent of a style. So a frame in a list has to repeat it, and leave room for its bar
    to the left of the text.
    """
    framed = style == place.style() and place.frame in BARS
    natural = place.step * min(place.level, LEVELS)
    if framed and not place.level:
        natural = FRAME_INDENT[place.frame][place.in_cell]
    if place.indent == natural and not (framed and place.level):
        return ""
    left = place.indent - (BARS[place.frame][place.in_cell] if framed else 0)
    hanging = 0 if place.marker is None else min(place.step, place.indent)
    return f'fo:margin-left="{write_points(left)}" fo:text-indent="{write_points(-hanging)}"'


class OdtPiece(NamedTuple):
    """A written part of the text, and whether a list may hold it."""

    xml: str
    fits_a_list: bool = True


Pieces = tuple[OdtPiece, ...]
WriteBlocks = Callable[[Blocks, Surroundings], Pieces]


def join_pieces(pieces: Pieces) -> str:
    """Join the XML of pieces."""
    return "".join([piece.xml for piece in pieces])


def write_bullets(block: BulletList, place: Surroundings, write_blocks: WriteBlocks) -> Pieces:
    """Write a list with bullets."""
    item = place.item(MARKER, "ListBullet")
    places = list_item_places(block.items, item)
    items = [(write_blocks(blocks, at), "") for blocks, at in zip(block.items, places, strict=True)]
    return write_list("Bullets", items, place)


def write_numbers(block: NumberedList, place: Surroundings, write_blocks: WriteBlocks) -> Pieces:
    """Write a numbered list that begins with its own start number."""
    item = place.item(MARKER, "ListNumber")
    numbered = enumerate(zip(block.items, list_item_places(block.items, item), strict=True), block.start)
    items = [(write_blocks(blocks, at), f' text:start-value="{number}"') for number, (blocks, at) in numbered]
    return write_list("Numbers", items, place)


def list_item_places(items: Sequence[Blocks], item: Surroundings) -> list[Surroundings]:
    """Return the surroundings of each item of a list. The last of short ones is not left alone on a page."""
    leads = not item.in_cell and ends_with_short_items(items)
    return [item._replace(leads_all=leads and number == len(items) - 2) for number in range(len(items))]


def write_list(style: str, items: Iterable[tuple[Pieces, str]], place: Surroundings) -> Pieces:
    """Write items as one list or several.

    `items` holds each item's pieces with the attribute for its number.
    """
    name = f"Table_20_{style}" if place.in_cell else style
    found: list[OdtPiece] = []
    waiting, counting = "", False
    for pieces, number in items:
        inside, *others = runs_of(pieces)
        waiting += f"<text:list-item{'' if counting else number}>{inside}</text:list-item>"
        counting = True
        for other, after in zip(others[::2], others[1::2], strict=True):
            found += [*make_list_piece(name, waiting), OdtPiece(other, fits_a_list=False)]
            waiting = f"<text:list-header>{after}</text:list-header>" if after else ""
            counting = False
    return (*found, *make_list_piece(name, waiting))


def make_list_piece(name: str, items: str) -> Pieces:
    """Return a list as a piece; return no piece if it has no items."""
    return (OdtPiece(f'<text:list text:style-name="{name}">{items}</text:list>'),) if items else ()


def runs_of(pieces: Pieces) -> list[str]:
    """Join pieces into texts, alternately such as may be in a list and others.

    The first and the last text are such as may be in a list, and can be empty.
    """
    runs = [""]
    for piece in pieces:
        if piece.fits_a_list is bool(len(runs) % 2) or not piece.xml:
            runs[-1] += piece.xml
        else:
            runs.append(piece.xml)
    return runs if len(runs) % 2 else [*runs, ""]
