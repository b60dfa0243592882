"""Text as Markdown, with every character escaped that has a meaning there, and footnotes.

Footnotes are written in GitHub's style: `[^1]` in the text, even in a cell, and their words at the end.
"""

from __future__ import annotations

import re

from eoi.document.blocks import Footnote
from eoi.document.subset.typography import release_terms

# An ampersand has a meaning only if it begins an entity, and an underscore only at the edge of a word.
SPECIAL = re.compile(r"([\\`*\[\]<>|~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")
MAY_BE_SPECIAL = re.compile(r"[\\`*\[\]<>|~&_]")  # quicker to look for

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
    text = re.sub(r"^([^\S\n]*)([-+=#])", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^([^\S\n]*\d+)([.)])", r"\1\\\2", text, flags=re.MULTILINE)


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


def code(text: str) -> str:
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
