"""Comments of a file.

Each begins with a `#` at the start of a line or after white space, outside quoted text.
"""

from __future__ import annotations

import sys
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from eoi.findings import Position, Span
from eoi.source.nodes import Scalar

# A position after every place of a file.
END = Position(sys.maxsize, 1)


def find_texts(scalars: Iterable[Scalar], lines: Sequence[str]) -> list[Span]:
    """List the spans of the texts below bars and in quotes. A `#` inside them is an ordinary character."""
    return [find_text(scalar, lines) for scalar in scalars if scalar.quoted]


def find_text(scalar: Scalar, lines: Sequence[str]) -> Span:
    """Return the span of a text.

    For a text below a bar it leaves out the line of the bar, where a comment can stand.
    """
    start, end = scalar.span
    is_block = lines[start.line - 1][start.column - 1 : start.column] in ("|", ">")
    return Span(Position(start.line + 1, 1), end) if is_block else scalar.span


def is_text(place: Position, texts: list[Span]) -> bool:
    """Tell whether a place is inside one of the texts."""
    before = bisect(texts, Span(place, END))
    return before > 0 and place < texts[before - 1].end


def find_comments(lines: Sequence[str], scalars: Iterable[Scalar]) -> Iterator[Position]:
    """Yield the place of the `#` of each comment."""
    with_hash = [number for number, line in enumerate(lines, start=1) if "#" in line]
    texts = find_texts(scalars, lines) if with_hash else []
    for number in with_hash:
        if place := find_hash(lines[number - 1], number, texts):
            yield place


def find_hash(line: str, number: int, texts: list[Span]) -> Position | None:
    """Return the place of the first `#` of a line that begins a comment; return None if there is none."""
    places = (Position(number, at + 1) for at in find_possible_hashes(line))
    return next((place for place in places if not is_text(place, texts)), None)


def find_possible_hashes(line: str) -> Iterator[int]:
    """Yield the index of each `#` at the beginning of a line, or behind white space."""
    at = line.find("#")
    while at >= 0:
        if at == 0 or line[at - 1] in " \t":
            yield at
        at = line.find("#", at + 1)
