"""Text inside Markdown: every character that could mean something is escaped, and none is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Code,
    Contents,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

# An ampersand matters only where it would begin an entity, an underscore only at the edge of a word.
SPECIAL = re.compile(r"([\\`*\[\]<>|~]|&(?=#?\w+;)|(?<!\w)_|_(?!\w))")

BREAK_AT_LIST = re.compile(r"(?<=</[uo]l>)<br>|<br>(?=<[uo]l)")  # a list breaks the line by itself


def escaped(text: str) -> str:
    """`text` so that a Markdown reader shows just these characters."""
    return SPECIAL.sub(r"\\\1", text)


def escape_block_start(text: str) -> str:
    """Characters that would begin a list, a heading or an underline at the start of a line."""
    text = re.sub(r"^(\s*)([-+=#])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)


def inline_md(inlines: Iterable[Inline], line_break: str = "\\\n") -> str:
    return "".join(one(inline, line_break) for inline in inlines)


def one_line(inlines: Iterable[Inline]) -> str:
    return inline_md(inlines, "<br>")


def one(inline: Inline, line_break: str) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Strong(children):
            return marked("**", inline_md(children, line_break))
        case Emphasis(children):
            return marked("*", inline_md(children, line_break))
        case Code(text):
            return code(text)
        case Link(href, children):
            return f"[{inline_md(children, line_break)}]({address(href)})"
        case LineBreak():
            return line_break
        case _:
            assert_never(inline)


def marked(mark: str, text: str) -> str:
    """Marks hug the words: Markdown does not see emphasis that begins or ends with a space."""
    core = text.strip(" ")
    if not core:
        return text
    start = text[: len(text) - len(text.lstrip(" "))]
    end = text[len(text.rstrip(" ")) :]
    return f"{start}{mark}{core}{mark}{end}"


def code(text: str) -> str:
    """Between fences longer than any run of backticks inside."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def address(href: str) -> str:
    """Brackets and spaces would end the address."""
    return re.sub(r"[()<>\s|\\]", lambda match: f"%{ord(match[0]):02X}", href)


def in_cell(blocks: Iterable[Block]) -> str:
    """The content of a table cell on one line, with HTML where Markdown would need several."""
    joined = "<br>".join(text for block in blocks if (text := cell_block(block)))
    return BREAK_AT_LIST.sub("", joined)


def cell_block(block: Block) -> str:
    match block:
        case Paragraph(children) | Heading(children=children):
            return one_line(children)
        case BulletList(items):
            return f"<ul>{cell_items(items)}</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>{cell_items(items)}</ol>"
        case Quote(blocks) | Callout(blocks=blocks):
            return in_cell(blocks)
        case Table(rows=rows):
            return "<br>".join(" / ".join(in_cell(cell.blocks) for cell in row) for row in rows)
        case Contents():
            return ""
        case _:
            assert_never(block)


def cell_items(items: Iterable[tuple[Block, ...]]) -> str:
    return "".join(f"<li>{in_cell(item)}</li>" for item in items)
