"""A number that says which one stays on the line of its word: "line 14", "Table 2", "part 1"."""

from __future__ import annotations

import re

NAMED_BY_NUMBER = re.compile(r"(?<=line|ines|able|gure|part|Part|tion) (?=\d)")
NO_BREAK = "\u00a0"


def held(text: str) -> str:
    return NAMED_BY_NUMBER.sub(NO_BREAK, text)


def hyphens_held(title: str) -> str:
    """Of a title, as HTML: "co-commissioning" does not end a line after its first two letters."""
    return SHORT_PREFIX.sub("\\1-&NoBreak;", title)
