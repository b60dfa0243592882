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
from eoi.writers.html.inline import escape_words, write_inlines_html
from eoi.writers.html.notes import Notes, read_words_of_inlines, write_direction_attribute
from eoi.writers.html.style import add_dark_colours
from eoi.writers.html.tables import write_label_html, write_region, write_table_html
from eoi.writers.text import runs_right_to_left

TELEPHONES = "screen and (max-width: 45rem)"  # screens too narrow for the drawing of a printed page


def write_blocks_html(blocks: Iterable[Block], notes: Notes) -> str:
    """Write blocks, one after another."""
    return "\n".join([write_block_html(block, notes) for block in blocks])


def write_block_html(block: Block, notes: Notes) -> str:
    """Write one block."""
    match block:
        case Heading(level, children, anchor, number, opens):
            attributes = (f' id="{escape(anchor)}"' if anchor else "") + (' class="opens"' if opens else "")
            if number:
                return write_numbered_line(f"h{level}", number, children, notes, attributes)
            return write_heading_html(f"h{level}", children, notes, attributes)
        case Paragraph(children, _, number, anchor) if number:
            attributes = f' id="{escape(anchor or f"paragraph-{number}")}"'
            return write_numbered_line("p", number, children, notes, attributes)
        case Paragraph(children, role, _, anchor):
            attributes = f' id="{escape(anchor)}"' if anchor else ""
            return write_words_html(
                "p", children, notes, attributes + ("" if role == "body" else f' class="{role}"')
            )
        case BulletList(items):
            return f"<ul>\n{write_list_items_html(items, notes)}\n</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{write_list_items_html(items, notes)}\n</ol>"
        case Quote(blocks):
            return f"<blockquote>\n{write_blocks_html(blocks, notes)}\n</blockquote>"
        case Callout():
            return write_callout_html(block, notes)
        case Table():
            return write_table_html(block, notes, write_item_html)
        case Figure():
            return write_figure_html(block, notes)
        case Contents():
            return ""  # the page has one list of sections, at its side
        case _:
            assert_never(block)


def write_heading_html(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str) -> str:
    """Write a heading. Most have only plain text, and are written in a quicker way."""
    match children:
        case (Text(text),):
            return f"<{name}{attributes}{write_direction_attribute(text)}>{escape_words(text)}</{name}>"
        case _:
            return write_words_html(name, children, notes, attributes)


def write_numbered_line(
    name: str, number: str, children: tuple[Inline, ...], notes: Notes, attributes: str
) -> str:
    """Write a numbered line. The style sheet puts the number into the margin if there is room."""
    mark = f'<span class="number">{number}</span> '
    direction = write_direction_attribute(read_words_of_inlines(children))
    return (
        f'<{name}{attributes} class="counted"{direction}>{mark}{write_inlines_html(children, notes)}</{name}>'
    )


def write_words_html(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str = "") -> str:
    """Write an element of words, with its direction if it runs from right to left."""
    direction = write_direction_attribute(read_words_of_inlines(children))
    return f"<{name}{attributes}{direction}>{write_inlines_html(children, notes)}</{name}>"


def write_list_items_html(items: Iterable[tuple[Block, ...]], notes: Notes) -> str:
    """Write the items of a list."""
    return "\n".join([f"<li>{write_item_html(item, notes)}</li>" for item in items])


def write_item_html(blocks: tuple[Block, ...], notes: Notes) -> str:
    """Write the content of an item or a cell. A single paragraph is written without an element of its own."""
    if not blocks or not isinstance(first := blocks[0], Paragraph) or first.role != "body":
        return write_blocks_html(blocks, notes)
    if runs_right_to_left(read_words_of_inlines(first.children)):
        return write_blocks_html(blocks, notes)
    line = write_inlines_html(first.children, notes)
    return f"{line}\n{write_blocks_html(blocks[1:], notes)}" if len(blocks) > 1 else line


def write_callout_html(block: Callout, notes: Notes) -> str:
    """Write a callout as a note. It is no landmark, since a draft has dozens of callouts."""
    path = f' data-path="{escape(block.path)}"' if block.path else ""
    around, notes.in_gap = notes.in_gap, block.kind == "gap"
    inner = write_blocks_html(block.blocks, notes)
    notes.in_gap = around
    return f'<aside class="callout {block.kind}" role="note"{path}>\n{inner}\n</aside>'


def write_figure_html(block: Figure, notes: Notes) -> str:
    """Write a figure below its caption, with the table of its data."""
    anchor = escape(block.anchor)
    label = write_label_html("Figure", block.number, block.revision)
    caption = label + write_inlines_html(block.caption, notes)
    svg = add_dark_colours(block.svg)
    kind = "picture" if svg == block.svg else "picture turns"
    size = f'width="{block.width}" height="{block.height}"'
    screen = ' class="screen"' if block.for_screen else ""
    image = f'<img src="{write_svg_address(svg)}" alt="{escape(block.alt)}" {size}>'
    if block.narrow:
        image = f"<picture>{write_narrow_source(block.narrow)}{image}</picture>"
    if block.revision == "deleted":  # no link leads to a deleted block
        gone = f'<figcaption>{caption}</figcaption>\n<div class="picture">{image}</div>'
        return f"<figure{screen}>\n{gone}\n</figure>"
    return (
        f'<figure id="{anchor}"{screen}>\n<figcaption id="{anchor}-caption">{caption}</figcaption>\n'
        f"{write_region(kind, f'{anchor}-caption', image)}\n{write_figure_data_html(block, notes)}</figure>"
    )


def write_narrow_source(picture: Picture) -> str:
    """Write the drawing for a telephone, which it can show without scrolling."""
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<source media="{TELEPHONES}" srcset="{write_svg_address(add_dark_colours(picture.svg))}" {size}>'


def write_svg_address(svg: str) -> str:
    """Return a picture as an address that holds its data."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def write_figure_data_html(block: Figure, notes: Notes) -> str:
    """Write the table of a figure's data, which a reader can open and which is not printed.

    The text is empty if the figure has no such table.
    """
    if block.data is None:
        return ""
    table = write_table_html(block.data, notes, write_item_html)
    return f'<details class="figure-data"><summary>The figures behind it</summary>\n{table}</details>\n'
