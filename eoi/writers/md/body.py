"""Blocks as Markdown, and the footnotes after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.md.inline import (
    Footnotes,
    InlineContext,
    escape_block_start,
    escape_text,
    write_inlines_md,
    write_one_line_md,
)
from eoi.writers.md.tables import write_label_md, write_table_md


def write_document_md(document: Document) -> str:
    """Write a document: its blocks, then its footnotes."""
    footnotes = Footnotes()
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level in (2, 3) and b.anchor]
    return "\n\n".join(
        [write_blocks_md(document.blocks, footnotes, headings), *write_footnote_definitions(footnotes)]
    )


def write_footnote_definitions(footnotes: Footnotes) -> Iterator[str]:
    """Yield the footnotes. The list can grow meanwhile, since a footnote can have footnotes."""
    for number, footnote in enumerate(footnotes.met, 1):
        yield f"[^{number}]: {escape_block_start(write_one_line_md(footnote.children, footnotes))}"


def write_blocks_md(blocks: Iterable[Block], footnotes: Footnotes, headings: Iterable[Heading] = ()) -> str:
    """Write blocks with an empty line between them."""
    texts = []
    before: Block | None = None
    other = False
    for block in blocks:
        # Two lists of one kind in a row would become one list if their marks did not differ.
        other = type(block) is type(before) and not other
        texts.append(write_block_md(block, footnotes, headings, other))
        before = block
    return "\n\n".join(text for text in texts if text)


def write_block_md(block: Block, footnotes: Footnotes, headings: Iterable[Heading], other: bool) -> str:
    """Write one block."""
    match block:
        case Heading():
            return write_heading_md(block, footnotes)
        case Paragraph():
            return write_paragraph_md(block, footnotes)
        case BulletList(items):
            return "\n".join(
                [write_item_md("* " if other else "- ", content, footnotes) for content in items]
            )
        case NumberedList(items, start):
            mark = ") " if other else ". "
            numbered = enumerate(items, start)
            return "\n".join(
                [write_item_md(f"{number}{mark}", content, footnotes) for number, content in numbered]
            )
        case Quote(blocks) | Callout(blocks=blocks):
            return write_quotation_md(write_blocks_md(blocks, footnotes))
        case Table():
            return write_table_md(block, footnotes)
        case Figure():
            return write_figure_md(block, footnotes)
        case Contents():
            return "\n".join(write_contents_entry_md(heading_md) for heading_md in headings)
        case _:
            assert_never(block)


def write_heading_md(block: Heading, footnotes: Footnotes) -> str:
    """Write a heading, with its anchor if it has one."""
    anchor = f'<a id="{block.anchor}"></a>\n\n' if block.anchor else ""
    number = f"{block.number} " if block.number else ""
    return (
        f"{anchor}{'#' * block.level} {number}{close_heading(write_one_line_md(block.children, footnotes))}"
    )


def close_heading(heading: str) -> str:
    """Escape a number sign at the end of a heading, since Markdown would not print it."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") else heading


def write_paragraph_md(block: Paragraph, footnotes: Footnotes) -> str:
    """Write a paragraph, with its anchor if it has one."""
    anchor = f'<a id="{block.anchor}"></a>' if block.anchor else ""
    number = f"{block.number} " if block.number else ""
    match block.role:
        case "body":
            return (
                anchor
                + number
                + escape_block_start(write_inlines_md(block.children, InlineContext(footnotes)))
            )
        case "subtitle":
            return f"**{write_one_line_md(block.children, footnotes)}**"
        case "question":
            return f"*{write_one_line_md(block.children, footnotes)}*"


def write_item_md(marker: str, blocks: tuple[Block, ...], footnotes: Footnotes) -> str:
    """Write an item of a list. All its lines but the first are indented below its marker."""
    lines = write_blocks_md(blocks, footnotes).split("\n")
    indent = " " * len(marker)
    return "\n".join([marker + lines[0], *(indent + line if line else "" for line in lines[1:])])


def write_quotation_md(text: str) -> str:
    """Write each line as a part of a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def write_contents_entry_md(heading: Heading) -> str:
    """Write an entry of the contents with the words of a heading only, since it is a link itself."""
    words = escape_text(" ".join(read_plain_words(heading.children).split()))
    number = f"{heading.number} " if heading.number else ""
    return f"{'  ' * (heading.level - 2)}- [{number}{words}](#{heading.anchor})"


def write_figure_md(block: Figure, footnotes: Footnotes) -> str:
    """Write a figure's caption and its description in words.

    A Markdown file cannot hold a picture.
    """
    caption = write_one_line_md(block.caption, footnotes)
    shown = escape_block_start(escape_text(" ".join(block.alt.split())))
    anchor = f'<a id="{block.anchor}"></a>' if block.revision != "deleted" else ""
    return (
        f"{anchor}**{write_label_md('Figure', block.number, block.revision)}{caption}**\n\n{shown}".rstrip()
    )
