"""Text inside Markdown: every character that could mean something is escaped, and none is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checkbox,
    Code,
    Contents,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Reference,
    Remarked,
    Strong,
    Table,
    Text,
)
from eoi.document.inlines import plain_text

# An ampersand matters only where it would begin an entity, an underscore only at the edge of a word.
SPECIAL = re.compile(r"([\\`*\[\]<>|~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")

BREAK_AT_LIST = re.compile(r"(?<=</[uo]l>)<br>|<br>(?=<[uo]l)")  # a list breaks the line by itself


def escaped(text: str) -> str:
    """`text` so that a Markdown reader shows just these characters."""
    return SPECIAL.sub(r"\\\1", text)


def escape_block_start(text: str) -> str:
    """Characters that would begin a list, a heading or an underline at the start of a line."""
    text = re.sub(r"^(\s*)([-+=#])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)


def inline_md(inlines: Iterable[Inline], line_break: str = "\\\n") -> str:
    """The inlines in a row; marks of emphasis depend on the characters on either side of them."""
    parts = list(inlines)
    written = ""
    for index, inline in enumerate(parts):
        after = plain_text(parts[index + 1 : index + 2])[:1]
        written += one(inline, line_break, written[-1:], after)
    return written


def one_line(inlines: Iterable[Inline]) -> str:
    return inline_md(inlines, "<br>")


def one(inline: Inline, line_break: str, before: str, after: str) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Strong(children):
            return marked("**", "strong", inline_md(children, line_break), before, after)
        case Emphasis(children):
            return marked("*", "em", inline_md(children, line_break), before, after)
        case Code(text):
            return code(text)
        case Link(href, children):
            return f"[{inline_md(children, line_break)}]({address(href)})"
        case Reference(anchor, text):
            return f"[{escaped(text)}](#{anchor})"
        case Footnote(children):
            return f" ({inline_md(children, line_break)})"
        case Checkbox():
            return inline.glyph
        case Remarked(children, _):
            return inline_md(children, line_break)
        case LineBreak():
            return line_break
        case _:
            assert_never(inline)


def marked(mark: str, tag: str, text: str, before: str, after: str) -> str:
    """Asterisks where a reader would see them as marks; elements where it would not."""
    if flanks(text[:1], before) and flanks(text[-1:], after):
        return f"{mark}{text}{mark}"
    return f"<{tag}>{text}</{tag}>"


def flanks(inside: str, outside: str) -> bool:
    """CommonMark: a mark hugs a letter, or hugs punctuation with a space or punctuation on its other side."""
    if not inside or inside.isspace() or "*" in inside + outside:
        return False
    return inside.isalnum() or not outside or not outside.isalnum()


def code(text: str) -> str:
    """Between fences longer than any run of backticks inside; a pipe in a cell would end even code."""
    if "|" in text:
        return f"<code>{escaped(text)}</code>"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def address(href: str) -> str:
    """Brackets and spaces would end the address, and an entity would become another character."""
    safe = re.sub(r"[()<>\s|\\]", lambda match: f"%{ord(match[0]):02X}", href)
    return re.sub(r"&(?=#?\w+;)", "&amp;", safe)


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
        case Figure(caption=caption):
            return one_line(caption)
        case Contents():
            return ""
        case _:
            assert_never(block)


def cell_items(items: Iterable[tuple[Block, ...]]) -> str:
    return "".join(f"<li>{in_cell(item)}</li>" for item in items)
