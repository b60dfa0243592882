"""The text of a file with its own line ends, and the replacement of parts of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.findings import Position
from eoi.source.edits.operations import EditRefused

BOM = "\ufeff"
LINE_END = Expression(r"\r\n|\r|\n")


class Replacement(NamedTuple):
    """A part of the text as it was read, from index `start` up to `end`, and the text that replaces it."""

    start: int
    end: int
    text: str


class Lines:
    """A text with the indexes of its lines, to convert places to indexes and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = [len(line) + 1 for line in text.split("\n")]
        self.starts = [0, *accumulate(lengths[:-1])]

    def index_of(self, place: Position) -> int:
        """Return the index of the character at a place, counted from 0."""
        if place.line > len(self.starts):
            return len(self.text)
        return min(self.starts[place.line - 1] + place.column - 1, len(self.text))

    def place_of(self, index: int) -> Position:
        """Return the place of the character at an index."""
        line = bisect_right(self.starts, index)
        return Position(line, index - self.starts[line - 1] + 1)

    def line_start(self, index: int) -> int:
        """Return the index where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Return the index where the line of a character ends, before its line end."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def column(self, index: int) -> int:
        """Return the column of a character, counted from 0."""
        return index - self.line_start(index)

    def before(self, index: int) -> str:
        """Return the part of its line before a character."""
        return self.text[self.line_start(index) : index]


def apply_replacements(text: str, replacements: Iterable[Replacement]) -> str:
    """Return the text with every replacement made; raise `EditRefused` if two overlap."""
    parts, at = list[str](), 0
    for start, end, new in sorted(replacements):
        if start < at:
            raise EditRefused("two of the changes concern the same words")
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def replace_in_file(raw: bytes, replacements: Sequence[Replacement]) -> bytes:
    """Return the bytes with parts of their text replaced. New lines end as the other lines of the file do."""
    text = raw.decode()
    mark = BOM if text.startswith(BOM) else ""
    typed = text.removeprefix(BOM)
    if "\r" in typed:
        return (mark + replace_among_line_ends(typed, replacements)).encode()
    return (mark + apply_replacements(typed, replacements)).encode()


def replace_among_line_ends(typed: str, replacements: Sequence[Replacement]) -> str:
    """Replace parts of a text that has line ends other than a plain new line."""
    ends = [(match.start(), match[0]) for match in LINE_END.finditer(typed)]
    # The index, in the text as it was read, of each line end that has two characters.
    twice = [at - number for number, at in enumerate(at for at, end in ends if end == "\r\n")]
    own = ends[0][1]

    def find(index: int) -> int:
        return index + bisect_left(twice, index)

    moved = [Replacement(find(start), find(end), new.replace("\n", own)) for start, end, new in replacements]
    return apply_replacements(typed, moved)
