"""One line of a file as it can safely be shown, with marks under the part that matters."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from eoi.findings import Span

# Controls, and the characters that turn the direction of text round, could forge what a reader sees.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
LEAD = 20


def printable(text: str) -> str:
    """`text` on one line, with what could act on a terminal or a build log spelt out."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).replace("##[", "## [")


def excerpt(line: str, span: Span, room: int) -> tuple[str, str]:
    """At most `room` columns of the line, around the span, and the marks that underline it."""
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    offset = 0 if columns(line) <= room else max(0, start - LEAD)
    before, marked, after = line[offset:start], line[start : max(end, start + 1)], line[end:]
    head = ("..." if offset else "") + shown(before)
    shown_line = head + shown(marked) + shown(after)
    width = max(1, columns(shown(marked)))
    marks = " " * columns(head) + "^" * max(1, min(width, room - columns(head)))
    return cut(shown_line, room), marks


def shown(text: str) -> str:
    return printable(text.replace("\t", " "))


def cut(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    kept = text
    while columns(kept) > room - 3:
        kept = kept[:-1]
    return kept + "..."


def columns(text: str) -> int:
    """Terminal columns: some characters take two."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
