"""Prose without any mark of Markdown but the dashes of simple lists, as blocks.

Most answers are no more than that, and a reader of Markdown takes ten times as long for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, starmap

BEGINS = "A-Za-z£“‘"  # a line that begins so is words, whatever stands above it
MARK = re.compile(rf"[\\`*_\[\]<>&\t\r\0]|^(?!-[ ][{BEGINS}])[^{BEGINS}\n]|[^\S\n]$", re.MULTILINE)
BLANK_LINES = re.compile(r"\n\n+")


def is_plain_prose(text: str) -> bool:
    """Tell whether the text is paragraphs and lists of one level, and nothing else that Markdown knows."""
    return not MARK.search(text) and not any(starmap(is_loose, pairwise(BLANK_LINES.split(text))))


def is_loose(block: str, following: str) -> bool:
    """Tell whether two blocks are one list, whose items Markdown sets further apart."""
    return following.startswith("- ") and (block.startswith("- ") or "\n- " in block)


def mark_plain_prose(text: str) -> str:
    """Return plain text as HTML, as a reader of Markdown would write it."""
    quoted = text.strip("\n").replace('"', "&quot;")
    return "".join(part for block in BLANK_LINES.split(quoted) if block for part in mark_plain_block(block))


def mark_plain_block(block: str) -> Iterator[str]:
    """Yield a paragraph, and the list that follows it without a blank line; either can be missing."""
    words, *items = f"\n{block}".split("\n- ")
    if words:
        yield f"<p>{words[1:]}</p>\n"
    if items:
        yield "<ul>\n" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>\n"
