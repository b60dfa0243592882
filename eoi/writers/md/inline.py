"""Text inside a paragraph as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, assert_never

from eoi.document.blocks import (
    Checkbox,
    Code,
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    LineBreak,
    Link,
    Reference,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.inlines import plain_text
from eoi.writers.md.text import Footnotes, code, escape_address, escape_text, join_escaped


class InlineContext(NamedTuple):
    """The place of a text: how its lines break, and whether it is inside a link."""

    footnotes: Footnotes
    line_break: str = "\\\n"
    in_link: bool = False


def inline_md(inlines: Iterable[Inline], place: InlineContext) -> str:
    """Write inline values. Marks of emphasis depend on the characters on either side of them."""
    parts = list(inlines)
    if len(parts) == 1 and isinstance(text := parts[0], Text):
        return escape_text(text.text)
    written = ""
    for index, inline in enumerate(parts):
        after = plain_text(parts[index + 1 : index + 2])[:1]
        written = join_escaped(written, one_inline_md(inline, place, written[-1:], after))
    return written


def one_line(inlines: Iterable[Inline], footnotes: Footnotes) -> str:
    """Write inline values on one line, as a cell or a heading needs them."""
    return inline_md(inlines, InlineContext(footnotes, "<br>"))


def one_inline_md(inline: Inline, place: InlineContext, before: str, after: str) -> str:
    """Write one inline value; `before` and `after` are the characters beside it."""
    match inline:
        case Text():
            return escape_text(inline.text)
        case Strong(children):
            return write_marked("**", "strong", inline_md(children, place), before, after)
        case Emphasis(children):
            return write_marked("*", "em", inline_md(children, place), before, after)
        case Code(text):
            return code(text)
        case Link(href, children, anchor):
            mark = f'<a id="{anchor}"></a>' if anchor else ""
            return mark + link_md(href, children, place)
        case Reference(anchor, text):
            return link_md(f"#{anchor}", (Text(text),), place)
        case Footnote():
            return place.footnotes.add(inline, place.in_link)
        case Checkbox():
            return inline.glyph
        case RemarkedWords(children, _):
            return inline_md(children, place)
        case InsertedWords(children, move):
            title = ' title="moved here"' if move else ""
            return f"<ins{title}>{inline_md(children, place)}</ins>"
        case DeletedWords(children, move):
            title = ' title="moved away"' if move else ""
            return f"<del{title}>{inline_md(children, place)}</del>"
        case LineBreak():
            return place.line_break
        case _:
            assert_never(inline)


def link_md(href: str, children: tuple[Inline, ...], place: InlineContext) -> str:
    """Write a link. Markdown has no links inside links, so only the text of an inner link is written."""
    words = inline_md(children, place._replace(in_link=True))
    return words if place.in_link else f"[{words}]({escape_address(href)}){place.footnotes.take_held()}"


def write_marked(mark: str, tag: str, text: str, before: str, after: str) -> str:
    """Write words between asterisks, or in an element if asterisks would not be read as emphasis."""
    if flanks(text[:1], before) and flanks(text[-1:], after):
        return f"{mark}{text}{mark}"
    return f"<{tag}>{text}</{tag}>"


def flanks(inside: str, outside: str) -> bool:
    """Tell whether CommonMark reads a mark between these characters as emphasis.

    The mark must touch a letter, or else punctuation with no letter on the other side of the mark.
    """
    if not inside or inside.isspace() or "*" in inside + outside:
        return False
    return inside.isalnum() or not outside or not outside.isalnum()
