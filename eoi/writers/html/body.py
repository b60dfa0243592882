"""Blocks, as HTML."""

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
    Inline,
    NumberedList,
    Paragraph,
    Quote,
    Table,
    Text,
)
from eoi.writers.html.beside import in_a_row, runs
from eoi.writers.html.inline import inline_html, title
from eoi.writers.html.notes import Notes, direction, text_of
from eoi.writers.html.tables import labelled_region, table


def with_comments(blocks: Iterable[Block], notes: Notes) -> str:
    """Blocks of the page itself, each with the comments on its words right after it."""
    return "\n".join([run_html(run, alone, notes) for alone, run in runs(blocks)])


def run_html(run: list[Block], alone: bool, notes: Notes) -> str:
    html = "\n".join([with_its_comments(block, run[after:], notes) for after, block in enumerate(run, 1)])
    return f'<div class="alone">\n{html}\n</div>' if alone else html


def with_its_comments(block: Block, after: list[Block], notes: Notes) -> str:
    """A gap and what is said of it are one note; comments on a table go below it, for it needs the margin."""
    html = block_html(block, notes)
    comments = notes.take_comments(row=in_a_row(len(notes.waiting), after))
    match block:
        case _ if not comments:
            return html
        case Callout("gap"):
            return f'<div class="margin">\n{html}\n{comments}\n</div>'
        case Table() | Figure():
            return f'<div class="below">\n{html}\n{comments}\n</div>'
        case _:
            return f"{html}\n{comments}"


def blocks_html(blocks: Iterable[Block], notes: Notes) -> str:
    return "\n".join([block_html(block, notes) for block in blocks])


def block_html(block: Block, notes: Notes) -> str:
    match block:
        case Heading(level, children, anchor):
            return heading(f"h{level}", children, notes, f' id="{escape(anchor)}"' if anchor else "")
        case Paragraph(children, role):
            return element("p", children, notes, "" if role == "body" else f' class="{role}"')
        case BulletList(items):
            return f"<ul>\n{list_items(items, notes)}\n</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{list_items(items, notes)}\n</ol>"
        case Quote(blocks):
            return f"<blockquote>\n{blocks_html(blocks, notes)}\n</blockquote>"
        case Callout():
            return callout(block, notes)
        case Table():
            return table(block, notes, tight)
        case Figure():
            return figure(block, notes)
        case Contents():
            return ""  # the page has one list of sections, at its side
        case _:
            assert_never(block)


def heading(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str) -> str:
    match children:
        case (Text(text),):
            return f"<{name}{attributes}{direction(text)}>{title(text)}</{name}>"
        case _:
            return element(name, children, notes, attributes)


def element(name: str, children: tuple[Inline, ...], notes: Notes, attributes: str = "") -> str:
    return f"<{name}{attributes}{direction(text_of(children))}>{inline_html(children, notes)}</{name}>"


def list_items(items: Iterable[tuple[Block, ...]], notes: Notes) -> str:
    return "\n".join([f"<li>{tight(item, notes)}</li>" for item in items])


def tight(blocks: tuple[Block, ...], notes: Notes) -> str:
    """A single paragraph without its element: list items and cells need none around one line."""
    match blocks:
        case (Paragraph(children, "body"), *rest) if not direction(text_of(children)):
            line = inline_html(children, notes)
            return f"{line}\n{blocks_html(rest, notes)}" if rest else line
        case _:
            return blocks_html(blocks, notes)


def callout(block: Callout, notes: Notes) -> str:
    """A note, which is no landmark: a draft has dozens."""
    path = f' data-path="{escape(block.path)}"' if block.path else ""
    around, notes.in_gap = notes.in_gap, block.kind == "gap"
    inner = blocks_html(block.blocks, notes)
    notes.in_gap = around
    return f'<aside class="callout {block.kind}" role="note"{path}>\n{inner}\n</aside>'


def figure(block: Figure, notes: Notes) -> str:
    anchor = escape(block.anchor)
    caption = f"Figure {block.number}: {inline_html(block.caption, notes)}"
    source = f"data:image/svg+xml;base64,{b64encode(block.svg.encode()).decode()}"
    image = f'<img src="{source}" alt="{escape(block.alt)}" width="{block.width}" height="{block.height}">'
    return (
        f'<figure id="{anchor}">\n<figcaption id="{anchor}-caption">{caption}</figcaption>\n'
        f"{labelled_region('picture', f'{anchor}-caption', image)}\n</figure>"
    )
