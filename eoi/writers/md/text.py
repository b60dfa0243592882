"""Text of Markdown: every character that could mean something to a reader is escaped, and footnotes.

Footnotes are written as GitHub writes them: `[^1]` in the text, even in a cell, and their words at the end.
"""

from __future__ import annotations

import re

from eoi.document.blocks import Footnote
from eoi.document.typography import release_terms

# An ampersand matters only where it would begin an entity, an underscore only at the edge of a word.
SPECIAL = re.compile(r"([\\`*\[\]<>|~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")

AT_THE_END = re.compile(r"\[\^\d+\]$")


class Footnotes:
    """The footnotes of one document, in the order in which they were met."""

    def __init__(self) -> None:
        self.met: list[Footnote] = []
        self.held: list[str] = []

    def add(self, footnote: Footnote, in_link: bool) -> str:
        """Take a footnote and return its mark.

        A mark is a link, so within another link it waits for the end of that.
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
    """Escape `text` so that a Markdown reader shows just these characters."""
    return SPECIAL.sub(r"\\\1", release_terms(text))


def escape_block_start(text: str) -> str:
    """Escape what would begin a list, a heading or an underline at the start of a line."""
    text = re.sub(r"^([^\S\n]*)([-+=#])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^([^\S\n]*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)


def join_escaped(before: str, after: str) -> str:
    """Join two pieces in a row without creating markup.

    `!` before a link would make it an image, and a bracket or a colon after a footnote's mark would make it a
    link or the footnote's text.
    """
    if before.endswith("!") and after.startswith("["):
        return f"{before[:-1]}\\!{after}"
    if after.startswith(("(", ":")) and AT_THE_END.search(before):
        return f"{before}\\{after}"
    return before + after


def code(text: str) -> str:
    """Write code between fences longer than any run of backticks in it.

    A pipe in a cell would end even code.
    """
    if "|" in text:
        return f"<code>{escape_text(text)}</code>"
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def escape_address(href: str) -> str:
    """Escape an address: brackets and spaces would end it, and an entity would become another character."""
    safe = re.sub(r"[()<>\s|\\]", lambda match: f"%{ord(match[0]):02X}", href)
    return re.sub(r"&(?=#?\w+;)", "&amp;", safe)
