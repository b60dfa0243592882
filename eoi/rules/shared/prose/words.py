"""The place in the file of some words of a longer value.

YAML folds lines, strips indentation and drops quotation marks, but it keeps every other character. So the
characters other than white space are counted, in the value and in the file.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import accumulate

from eoi.findings import Position, Span
from eoi.frozen_value import FrozenValue


class Passage(FrozenValue):
    """The part of `text`, a field's value, from `start` up to `end`."""

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.text[self.start : self.end]


class Characters(FrozenValue):
    """The characters of a value that are not white space, and the line and column of each."""

    characters: str
    lines: array[int]
    columns: array[int]

    def position(self, index: int) -> Position:
        return Position(self.lines[index], self.columns[index])


def find_span_of_words(words: Passage, value: Span, source: str) -> Span:
    r"""Return the place of some words in the file, or of the whole value if they are not found.

    An escape such as `\u00a3` can hide them.
    """
    layout, counted = lay_out(value, source), count_solid(words.text)
    first, last = counted[words.start], counted[words.end]
    wanted = "".join(str(words).split())
    if not wanted or layout.characters[first:last] != wanted:
        return value
    end = layout.position(last - 1)
    return Span(layout.position(first), Position(end.line, end.column + 1))


# A long text can have hundreds of findings, one after the other.
@lru_cache(maxsize=1)
def count_solid(text: str) -> array[int]:
    """Return for each index how many characters before it are not white space."""
    return array("I", accumulate((not character.isspace() for character in text), initial=0))


@lru_cache(maxsize=1)
def lay_out(value: Span, source: str) -> Characters:
    """Return the characters of a value with their lines and columns."""
    lines = source.split("\n")
    begin, escape = find_beginning(value.start, lines)
    characters, numbers, columns = list[str](), array("I"), array("I")
    for number in range(begin.line, min(value.end.line, len(lines)) + 1):
        line = lines[number - 1]
        found = find_solid_columns(line, begin.column if number == begin.line else 1, escape)
        characters += (line[column - 1] for column in found)
        numbers.extend([number] * len(found))
        columns.extend(found)
    return Characters("".join(characters), numbers, columns)


def find_solid_columns(line: str, first: int, escape: str) -> list[int]:
    """Return the columns of a line that hold other characters than white space.

    Only the last character of an escape sequence counts.
    """
    if not escape or escape not in line:
        return [column for column, sign in enumerate(line[first - 1 :], start=first) if not sign.isspace()]
    columns, escaped = [], False
    for column, character in enumerate(line[first - 1 :], start=first):
        if character == escape and not escaped:
            escaped = True
        elif not character.isspace():
            columns.append(column)
            escaped = False
    return columns


def find_beginning(start: Position, lines: list[str]) -> tuple[Position, str]:
    """Return the start of a value's characters, and the character that escapes the next one.

    The start is behind an opening quotation mark, or below the bar that opens a block of text.
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
