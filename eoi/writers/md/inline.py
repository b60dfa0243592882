"""Words inside a paragraph as Markdown, with every character escaped that has a meaning there.

Footnotes are written in GitHub's style: `[^1]` in the text, even in a cell, and their words at the end.
"""

from __future__ import annotations

import re
from typing import assert_never

from eoi.document.inline import (
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
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import release_terms
from eoi.frozen_value import FrozenValue

# An ampersand has a meaning only if it begins an entity, and an underscore only at the edge of a word.
SPECIAL = re.compile(r"([\\`*\[\]<>|~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")
MAY_BE_SPECIAL = re.compile(r"[\\`*\[\]<>|~&_]")  # quicker to look for
BLOCK_START = re.compile(r"\s*(?:(?=[-+=#])|\d+(?=[.)]))")
AT_THE_END = re.compile(r"\[\^\d+\]$")


class Footnotes:
    """The footnotes of one document, in the order in which they were found."""

    def __init__(self) -> None:
        self.met: list[Footnote] = []
        self.held: list[str] = []

    def add(self, footnote: Footnote, in_link: bool) -> str:
        """Add a footnote, and return its mark.

        Inside a link the mark is kept for after the link, and the text is empty. A mark is a link itself.
        """
        self.met.append(footnote)
        mark = f"[^{len(self.met)}]"
        if not in_link:
            return mark
        self.held.append(mark)
        return ""

    def take_held(self) -> str:
        marks = "".join(self.held)
        self.held.clear()
        return marks


def escape_text(text: str) -> str:
    """Escape a text so that a reader of Markdown shows exactly these characters."""
    words = release_terms(text)
    return SPECIAL.sub(r"\\\1", words) if MAY_BE_SPECIAL.search(words) else words


def escape_block_start(text: str) -> str:
    """Escape characters at the start of a line that would begin a list, a heading or an underline."""
    return "\n".join([escape_line_start(line) for line in text.split("\n")])


def escape_line_start(line: str) -> str:
    """Escape what would begin a list, a heading or an underline."""
    start = BLOCK_START.match(line)
    return f"{start[0]}\\{line[start.end() :]}" if start else line


def join_escaped(before: str, after: str) -> str:
    """Join two written texts without creating markup.

    `!` before a link would make it an image. A bracket or a colon after a footnote's mark would make it a
    link or the footnote's text.
    """
    if before.endswith("!") and after.startswith("["):
        return f"{before[:-1]}\\!{after}"
    if after.startswith(("(", ":")) and AT_THE_END.search(before):
        return f"{before}\\{after}"
    return before + after


def write_code_md(text: str) -> str:
    """Write code between more backticks than occur in it.

    Code with a pipe is written as HTML, since a pipe would end a cell.
    """
    if "|" in text:
        return f"<code>{escape_text(text)}</code>"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def escape_address(href: str) -> str:
    """Escape brackets, spaces and entities in an address, which would end or change it."""
    safe = re.sub(r"[()<>\s|\\]", lambda match: f"%{ord(match[0]):02X}", href)
    return re.sub(r"&(?=#?\w+;)", "&amp;", safe)


class InlineContext(FrozenValue):
    """The place of a text: how its lines break, and whether it is inside a link."""

    footnotes: Footnotes
    line_break: str = "\\\n"
    in_link: bool = False


MARKED = (Strong, Emphasis)


def write_inlines_md(inlines: tuple[Inline, ...], place: InlineContext) -> str:
    """Write inline values. Marks of emphasis depend on the characters on either side of them."""
    if len(inlines) == 1 and isinstance(text := inlines[0], Text):
        return escape_text(text.text)
    written = ""
    for index, inline in enumerate(inlines, 1):
        after = read_plain_words(inlines[index : index + 1])[:1] if isinstance(inline, MARKED) else ""
        written = join_escaped(written, write_inline_md(inline, place, written[-1:], after))
    return written


def write_one_line_md(inlines: tuple[Inline, ...], footnotes: Footnotes) -> str:
    """Write inline values on one line, as a cell or a heading needs them."""
    if len(inlines) == 1 and isinstance(text := inlines[0], Text):
        return escape_text(text.text)
    return write_inlines_md(inlines, InlineContext(footnotes, "<br>"))


def write_inline_md(inline: Inline, place: InlineContext, before: str, after: str) -> str:
    """Write one inline value; `before` and `after` are the characters beside it."""
    match inline:
        case Text():
            return escape_text(inline.text)
        case Strong(children):
            return write_marked("**", "strong", write_inlines_md(children, place), before, after)
        case Emphasis(children):
            return write_marked("*", "em", write_inlines_md(children, place), before, after)
        case Code(text):
            return write_code_md(text)
        case Link(href, children, anchor):
            mark = f'<a id="{anchor}"></a>' if anchor else ""
            return mark + write_link_md(href, children, place)
        case Reference(anchor, text):
            return write_link_md(f"#{anchor}", (Text(text),), place)
        case Footnote():
            return place.footnotes.add(inline, place.in_link)
        case Checkbox():
            return inline.glyph
        case RemarkedWords(children, _):
            return write_inlines_md(children, place)
        case InsertedWords(children, move):
            title = ' title="moved here"' if move else ""
            return f"<ins{title}>{write_inlines_md(children, place)}</ins>"
        case DeletedWords(children, move):
            title = ' title="moved away"' if move else ""
            return f"<del{title}>{write_inlines_md(children, place)}</del>"
        case LineBreak():
            return place.line_break
        case _:
            assert_never(inline)


def write_link_md(href: str, children: tuple[Inline, ...], place: InlineContext) -> str:
    """Write a link. Markdown has no links inside links, so only the text of an inner link is written."""
    words = write_inlines_md(children, place.replace(in_link=True))
    return words if place.in_link else f"[{words}]({escape_address(href)}){place.footnotes.take_held()}"


def write_marked(mark: str, tag: str, text: str, before: str, after: str) -> str:
    """Write words between asterisks, or in an element if asterisks would not be read as emphasis."""
    if can_mark_emphasis(text[:1], before) and can_mark_emphasis(text[-1:], after):
        return f"{mark}{text}{mark}"
    return f"<{tag}>{text}</{tag}>"


def can_mark_emphasis(inside: str, outside: str) -> bool:
    """Tell whether CommonMark reads a mark between these characters as emphasis.

    The mark must touch a letter, or else punctuation with no letter on the other side of the mark.
    """
    if not inside or inside.isspace() or "*" in inside + outside:
        return False
    return inside.isalnum() or not outside or not outside.isalnum()
