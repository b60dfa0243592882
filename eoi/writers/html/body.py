"""Blocks as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from eoi.document.inline import Inline, Text
from eoi.writers.html.inline import escape_words, words_of_line
from eoi.writers.html.notes import Notes, direction_attribute, words_of_inlines
from eoi.writers.html.style import add_dark_colours
from eoi.writers.html.tables import label_html, table_html, write_region

TELEPHONES = "screen and (max-width: 45rem)"  # screens too narrow for the drawing of a printed page


def blocks_html(blocks: Iterable[Block], notes: Notes) -> str:
    """Write blocks, one after another."""
    return "\n".join([block_html(block, notes) for block in blocks])


def block_html(block: Block, notes: Notes) -> str:
    """Write one block."""
    match block:
        case Heading(level, children, anchor, number, opens):
            attributes = (f' id="{escape(anchor)}"' if anchor else "") + (' class="opens"' if opens else "")
            if number:
                return write_numbered_line(f"h{level}", number, children, notes, attributes)
            return heading_html(f"h{level}", children, notes, attributes)
        case Paragraph(children, _, number, anchor) if number:
            attributes = f' id="{escape(anchor or f"paragraph-{number}")}"'
            return write_numbered_line("p", number, children, notes, attributes)
        case Paragraph(children, role, _, anchor):
            attributes = f' id="{escape(anchor)}"' if anchor else ""
            return words_html(
                "p", children, notes, attributes + ("" if role == "body" else f' class="{role}"')
            )
        case BulletList(items):
            return f"<ul>\n{list_items_html(items, notes)}\n</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{list_items_html(items, notes)}\n</ol>"
        case Quote(blocks):
            return f"<blockquote>\n{blocks_html(blocks, notes)}\n</blockquote>"
        case Callout():
            return callout_html(block, notes)
        case Table():
            return table_html(block, notes, item_html)
        case Figure():
            return figure_html(block, notes)
        case Contents():
            return ""  # the page has one list of sections, at its side
        case _:
            assert_never(block)


def heading_html(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str) -> str:
    """Write a heading. Most have only plain text, and are written in a quicker way."""
    match children:
        case (Text(text),):
            return f"<{name}{attributes}{direction_attribute(text)}>{escape_words(text)}</{name}>"
        case _:
            return words_html(name, children, notes, attributes)


def write_numbered_line(
    name: str, number: str, children: tuple[Inline, ...], notes: Notes, attributes: str
) -> str:
    """Write a numbered line. The style sheet puts the number into the margin if there is room."""
    mark = f'<span class="number">{number}</span> '
    direction = direction_attribute(words_of_inlines(children))
    return f'<{name}{attributes} class="counted"{direction}>{mark}{words_of_line(children, notes)}</{name}>'


def words_html(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str = "") -> str:
    """Write an element of words, with its direction if it runs from right to left."""
    direction = direction_attribute(words_of_inlines(children))
    return f"<{name}{attributes}{direction}>{words_of_line(children, notes)}</{name}>"


def list_items_html(items: Iterable[tuple[Block, ...]], notes: Notes) -> str:
    """Write the items of a list."""
    return "\n".join([f"<li>{item_html(item, notes)}</li>" for item in items])


def item_html(blocks: tuple[Block, ...], notes: Notes) -> str:
    """Write the content of an item or a cell. A single paragraph is written without an element of its own."""
    match blocks:
        case (Paragraph((Text(text),), "body"),) if text.isascii():
            return escape_words(text)
        case (Paragraph(children, "body"), *rest) if not direction_attribute(words_of_inlines(children)):
            line = words_of_line(children, notes)
            return f"{line}\n{blocks_html(rest, notes)}" if rest else line
        case _:
            return blocks_html(blocks, notes)


def callout_html(block: Callout, notes: Notes) -> str:
    """Write a callout as a note. It is no landmark, since a draft has dozens of callouts."""
    path = f' data-path="{escape(block.path)}"' if block.path else ""
    around, notes.in_gap = notes.in_gap, block.kind == "gap"
    inner = blocks_html(block.blocks, notes)
    notes.in_gap = around
    return f'<aside class="callout {block.kind}" role="note"{path}>\n{inner}\n</aside>'


def figure_html(block: Figure, notes: Notes) -> str:
    """Write a figure below its caption, with the table of its data."""
    anchor = escape(block.anchor)
    label = label_html("Figure", block.number, block.revision)
    caption = label + words_of_line(block.caption, notes)
    svg = add_dark_colours(block.svg)
    kind = "picture" if svg == block.svg else "picture turns"
    size = f'width="{block.width}" height="{block.height}"'
    screen = ' class="screen"' if block.for_screen else ""
    image = f'<img src="{svg_address(svg)}" alt="{escape(block.alt)}" {size}>'
    if block.narrow:
        image = f"<picture>{narrow_source(block.narrow)}{image}</picture>"
    if block.revision == "deleted":  # no link leads to a deleted block
        gone = f'<figcaption>{caption}</figcaption>\n<div class="picture">{image}</div>'
        return f"<figure{screen}>\n{gone}\n</figure>"
    return (
        f'<figure id="{anchor}"{screen}>\n<figcaption id="{anchor}-caption">{caption}</figcaption>\n'
        f"{write_region(kind, f'{anchor}-caption', image)}\n{figure_data_html(block, notes)}</figure>"
    )


def narrow_source(picture: Picture) -> str:
    """Write the drawing for a telephone, which it can show without scrolling."""
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<source media="{TELEPHONES}" srcset="{svg_address(add_dark_colours(picture.svg))}" {size}>'


def svg_address(svg: str) -> str:
    """Return a picture as an address that holds its data."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def figure_data_html(block: Figure, notes: Notes) -> str:
    """Write the table of a figure's data, which a reader can open and which is not printed.

    The text is empty if the figure has no such table.
    """
    if block.data is None:
        return ""
    table = table_html(block.data, notes, item_html)
    return f'<details class="figure-data"><summary>The figures behind it</summary>\n{table}</details>\n'
