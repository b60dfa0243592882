"""Text from a file as it can safely be shown, and one line of it with marks under the part that matters."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

from eoi.findings import Span

# Controls, and the characters that turn the direction of text round, could forge what a reader sees;
# lone surrogates, which stand for the bytes of a badly named file, cannot be written at all.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)
# `##[error]` and `##vso[...]` are commands to a build log wherever they stand, `::error::` where a line
# begins with it; what counts as space before it is more than Python's `\s`.
COMMAND = re.compile(r"##(?=\w*\[)")
COMMAND_FIRST = re.compile("^([\\s\ufeff\u200b\u180e]*):(?=:)")
LEAD = 20


def printable(text: str) -> str:
    """`text` on one line, with what could act on a terminal or a build log spelt out or broken."""
    return COMMAND.sub("## ", UNSAFE.sub(spelt_out, text))


def spelt_out(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def harmless(line: str) -> str:
    """A whole line of output: parts that do no harm alone can make a command together."""
    return COMMAND_FIRST.sub(r"\1: ", COMMAND.sub("## ", line))


@lru_cache(maxsize=1)
def lines_of(text: str) -> list[str]:
    """Split once for all the findings of a file: there can be thousands."""
    return text.split("\n")


def excerpt(line: str, span: Span, room: int) -> tuple[str, str]:
    """At most `room` columns of the line, around the span, and the marks that underline it."""
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    offset = 0 if fits(line, room) else max(0, start - LEAD)
    # No more than fits: a line can be as long as the file.
    before, marked = line[offset:start], line[start : max(end, start + 1)][: room + 1]
    after = line[end : end + room + 1]
    head = ("..." if offset else "") + shown(before)
    shown_line = harmless(head + shown(marked) + shown(after))
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


def fits(line: str, room: int) -> bool:
    """Without looking at all of it: a line can be as long as the file."""
    return len(line) <= 4 * room and columns(line) <= room


def columns(text: str) -> int:
    """Terminal columns: some characters take two, and those that sit on others none."""
    # Below U+0300 every character that can be shown takes one.
    return len(text) if not text or max(text) < "\u0300" else sum(map(columns_of_one, text))


def columns_of_one(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
