"""Markdown as GitHub reads it. Cells hold HTML lists, because a Markdown table has no others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from eoi.writers.md.inline import escape_block_start, in_cell, inline_md, one_line
from eoi.writers.seal import PLACEHOLDER, sealed

SUFFIX = "md"


def write(document: Document) -> bytes:
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level in (2, 3) and b.anchor]
    # A comment is all that Markdown has for properties; readers see none of it.
    return sealed(f"{blocks_md(document.blocks, headings)}\n\n<!-- {PLACEHOLDER} -->\n".encode())


def blocks_md(blocks: Iterable[Block], headings: list[Heading] | None = None) -> str:
    texts = []
    before: Block | None = None
    other = False
    for block in blocks:
        # A list right after a list of its kind would join it, unless its marks differ.
        other = type(block) is type(before) and not other
        texts.append(block_md(block, headings or [], other))
        before = block
    return "\n\n".join(text for text in texts if text)


def block_md(block: Block, headings: list[Heading], other: bool) -> str:
    match block:
        case Heading():
            anchor = f'<a id="{block.anchor}"></a>\n\n' if block.anchor else ""
            return f"{anchor}{'#' * block.level} {closed(one_line(block.children))}"
        case Paragraph():
            return paragraph(block)
        case BulletList(items):
            return "\n".join(item("* " if other else "- ", content) for content in items)
        case NumberedList(items, start):
            return "\n".join(
                item(f"{number}{')' if other else '.'} ", content)
                for number, content in enumerate(items, start)
            )
        case Quote(blocks) | Callout(blocks=blocks):
            return prefixed(blocks_md(blocks))
        case Table():
            return table(block)
        case Figure():
            return figure(block)
        case Contents():
            return "\n".join(entry(heading) for heading in headings)
        case _:
            assert_never(block)


def closed(heading: str) -> str:
    """A number sign at the end would be taken for the heading's own."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") else heading


def paragraph(block: Paragraph) -> str:
    match block.role:
        case "body":
            return escape_block_start(inline_md(block.children))
        case "subtitle":
            return f"**{one_line(block.children)}**"
        case "question":
            return f"*{one_line(block.children)}*"


def item(marker: str, blocks: tuple[Block, ...]) -> str:
    lines = blocks_md(blocks).split("\n")
    indent = " " * len(marker)
    return "\n".join([marker + lines[0], *(indent + line if line else "" for line in lines[1:])])


def prefixed(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def entry(heading: Heading) -> str:
    return f"{'  ' * (heading.level - 2)}- [{one_line(heading.children)}](#{heading.anchor})"


def figure(block: Figure) -> str:
    """Its caption: Markdown has no place for a picture within a file, and what it draws is in a table."""
    return f'<a id="{block.anchor}"></a>**Figure {block.number}: {one_line(block.caption)}**'


def table(block: Table) -> str:
    """A pipe table; a table of facts has no head, so it gets an empty one."""
    width = len(block.rows[0]) if block.rows else len(block.head)
    head = row(block.head) if block.head else row([Cell(())] * width)
    lines = [head, "|" + " --- |" * width, *map(row, block.rows)]
    return "\n\n".join([*caption(block), "\n".join(lines)])


def caption(block: Table) -> list[str]:
    anchor = f'<a id="{block.anchor}"></a>' if block.anchor else ""
    if not block.caption:
        return [anchor] if anchor else []
    number = f"Table {block.number}: " if block.number else ""
    return [f"{anchor}**{number}{one_line(block.caption)}**"]


def row(cells: Iterable[Cell]) -> str:
    return "|" + "".join(f" {cell(c)} |" if c.blocks else "  |" for c in cells)


def cell(cell: Cell) -> str:
    match cell:
        case Cell((Paragraph() as label, *rest), "row") if label.children:
            text = in_cell([Paragraph((Strong(label.children),)), *rest])
        case _:
            text = in_cell(cell.blocks)
    return text
