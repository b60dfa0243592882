"""Where words of a longer value stand in the file.

YAML folds lines, strips indentation and drops quotation marks, but it keeps every other character: so the
characters that are not white space are counted, in the value and in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from eoi.findings import Position, Span


class Words(NamedTuple):
    """The part of `text`, a field's value, from `start` up to `end`."""

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.text[self.start : self.end]


def span_of_words(words: Words, value: Span, source: str) -> Span:
    """The place of the words; the whole value's where an escape such as `\\u00a3` hides them."""
    wanted = solid(str(words))
    before = len(solid(words.text[: words.start]))
    found = list(islice(characters(value, source.split("\n")), before, before + len(wanted)))
    if not found or "".join(character for character, _ in found) != wanted:
        return value
    last = found[-1][1]
    return Span(found[0][1], Position(last.line, last.column + 1))


def solid(text: str) -> str:
    return "".join(text.split())


def characters(value: Span, lines: list[str]) -> Iterator[tuple[str, Position]]:
    """Each character of the value that is not white space, with its place."""
    begin, escape = beginning(value.start, lines)
    escaped = False
    for number in range(begin.line, min(value.end.line, len(lines)) + 1):
        first = begin.column if number == begin.line else 1
        for column, character in enumerate(lines[number - 1][first - 1 :], start=first):
            if character == escape and not escaped:
                escaped = True
            elif not character.isspace():
                escaped = False
                yield character, Position(number, column)


def beginning(start: Position, lines: list[str]) -> tuple[Position, str]:
    """Where the value's own characters begin, and which one of them only announces the next.

    That is behind an opening quotation mark, or below the bar that opens a block of text.
    """
    match lines[start.line - 1][start.column - 1 : start.column]:
        case "|" | ">":
            return Position(start.line + 1, 1), ""
        case "'":
            return Position(start.line, start.column + 1), "'"
        case '"':
            return Position(start.line, start.column + 1), "\\"
        case _:
            return start, ""
