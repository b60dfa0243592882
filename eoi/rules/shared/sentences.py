"""The sentences of a text in Markdown; an item of a list or a heading ends one without a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.bullets import PASTED

# What a line begins with where it starts a block of its own: a bullet, a number, a heading, a quotation.
MARKER = re.compile(rf"[ \t]*(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+|[ \t]*(?=\n|$)")
END = re.compile(r"[.!?…][\"'’”)\]*_]*(?=\s)")
LETTER = re.compile(r"\w")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence reaches."""
    for start, end in blocks(text):
        for match in END.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        if text[start:end].strip():
            yield start, end


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and items of lists, without their markers."""
    start = position = 0
    heading = False
    for line in text.splitlines(keepends=True):
        marker = MARKER.match(text, position, position + len(line))
        if marker or heading:
            yield start, position
            start = marker.end() if marker else position
            heading = marker is not None and "#" in marker[0]
        position += len(line)
    yield start, position


def words(text: str) -> list[str]:
    """A dash on its own is no word."""
    return [word for word in text.split() if LETTER.search(word)]
