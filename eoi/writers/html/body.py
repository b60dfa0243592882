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
    Cell,
    Contents,
    Figure,
    Heading,
    Inline,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.html.inline import inline_html


def blocks_html(blocks: Iterable[Block], headings: tuple[Heading, ...] = ()) -> str:
    return "\n".join(block_html(block, headings) for block in blocks)


def block_html(block: Block, headings: tuple[Heading, ...]) -> str:
    match block:
        case Heading():
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            return element(f"h{block.level}", block.children, anchor)
        case Paragraph(children, role):
            return element("p", children, "" if role == "body" else f' class="{role}"')
        case BulletList(items):
            return f"<ul>\n{list_items(items)}\n</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{list_items(items)}\n</ol>"
        case Quote(blocks):
            return f"<blockquote>\n{blocks_html(blocks)}\n</blockquote>"
        case Callout():
            return callout(block)
        case Table():
            return table(block)
        case Figure():
            return figure(block)
        case Contents():
            return contents(headings)
        case _:
            assert_never(block)


def element(name: str, children: tuple[Inline, ...], attributes: str = "") -> str:
    direction = ' dir="rtl"' if runs_right_to_left(plain_text(children)) else ""
    return f"<{name}{attributes}{direction}>{inline_html(children)}</{name}>"


def list_items(items: Iterable[tuple[Block, ...]]) -> str:
    return "\n".join(f"<li>{tight(item)}</li>" for item in items)


def tight(blocks: tuple[Block, ...]) -> str:
    """A single paragraph without its element: list items and cells need none around one line."""
    match blocks:
        case (Paragraph(children, "body"), *rest) if not runs_right_to_left(plain_text(children)):
            return inline_html(children) + ("\n" + blocks_html(rest) if rest else "")
        case _:
            return blocks_html(blocks)


def callout(block: Callout) -> str:
    path = f' data-path="{escape(block.path)}"' if block.path else ""
    return f'<div class="callout {block.kind}"{path}>\n{blocks_html(block.blocks)}\n</div>'


def figure(block: Figure) -> str:
    source = f"data:image/svg+xml;base64,{b64encode(block.svg.encode()).decode()}"
    size = f'width="{block.width}" height="{block.height}"'
    return (
        f'<figure id="{escape(block.anchor)}">\n'
        f"<figcaption>Figure {block.number}: {inline_html(block.caption)}</figcaption>\n"
        f'<img src="{source}" alt="{escape(block.alt)}" {size}>\n</figure>'
    )


def table(block: Table) -> str:
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    head = f"<thead>\n{row(block.head)}\n</thead>\n" if block.head else ""
    body = "\n".join(map(row, block.rows))
    return (
        f'<div class="table"><table class="{block.kind}"{anchor}>\n{caption(block)}{head}'
        f"<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def caption(block: Table) -> str:
    if not block.caption:
        return ""
    number = f"Table {block.number}: " if block.number else ""
    return f"<caption>{number}{inline_html(block.caption)}</caption>\n"


def row(cells: Iterable[Cell]) -> str:
    return f"<tr>{''.join(map(cell, cells))}</tr>"


def cell(cell: Cell) -> str:
    name = f'th scope="{cell.scope}"' if cell.scope else "td"
    return f"<{name}>{tight(cell.blocks)}</{name[:2]}>"


def contents(headings: tuple[Heading, ...]) -> str:
    """Sections with their parts; only headings that can be linked to."""
    lines: list[str] = []
    depth = 1
    for heading in headings:
        if heading.level > depth:
            lines.append("<ul>")
        elif lines:
            lines.append("</li>" + "</ul></li>" * (depth - heading.level))
        depth = heading.level
        lines.append(f'<li><a href="#{escape(heading.anchor)}">{inline_html(heading.children)}</a>')
    lines.append("</li></ul>" * (depth - 1))
    return (
        '<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n'
        + "\n".join(lines)
        + "\n</nav>"
    )
