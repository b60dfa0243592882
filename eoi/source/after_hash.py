"""Comments that are really text which somebody typed: "Priority #1", "the # of practices".

A comment and a text can look alike, so the characters around the `#` decide:

- `#1` and `# of` count something: they are text, wherever a value is or could be;
- `#word` and `# 1` are text behind a single space, and a comment behind two;
- `# word` is a comment, and so is every line that begins with `#`, but for a `#1` or `#word` that goes on
  with the text above.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from eoi.expressions import Expression
from eoi.findings import Position
from eoi.source.layout import find_key_column
from eoi.source.nodes import Scalar

OWN = Expression(r"#\s*eoi:")
COUNTS = Expression(r"#(?:\d|\s?of\b)")
# Text that follows `#` at once is kept, except for drawn lines; so is a small number after a space.
GLUED = Expression(r"#+[^\s#=*_~+.-]")
NUMBERED = Expression(r"# \d{1,3}(?![\w/]|[.,:-]\d)")
SET_APART = ("  ", "\t")


def is_lost(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> bool:
    """Tell whether the comment that begins here holds words of a text."""
    before, comment = split_line(place, lines)
    if OWN.match(comment):
        return False
    return reads_as_text(before, comment) if before.strip() else continues_text(place, lines, scalars)


def split_line(place: Position, lines: Sequence[str]) -> tuple[str, str]:
    """Return the part of the line before the `#`, and the rest of the line with it."""
    line = lines[place.line - 1]
    return line[: place.column - 1], line[place.column - 1 :].rstrip()


def reads_as_text(before: str, comment: str) -> bool:
    """Tell whether a comment behind a value is text, by its signs and the spaces before it."""
    if COUNTS.match(comment):
        return True
    return not before.endswith(SET_APART) and bool(GLUED.match(comment) or NUMBERED.match(comment))


def continues_text(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> bool:
    """Tell whether a line of its own belongs to a text that ends on the line above: as far in, or further."""
    comment = split_line(place, lines)[1]
    if not (COUNTS.match(comment) or GLUED.match(comment)):
        return False
    above = find_value_before(place, scalars)
    if above is None or is_name(above, lines):
        return False
    start, end = above.span
    ends_above = end.line - (end.column == 1) == place.line - 1
    column = find_key_column(lines[start.line - 1]) + 1
    stands_alone = start.column == column or start.line < place.line - 1
    return ends_above and (place.column > column or (stands_alone and place.column == column))


def is_name(scalar: Scalar, lines: Sequence[str]) -> bool:
    """Tell whether the text is a field's name: its value is further down, or is a list or a group."""
    end = scalar.span.end
    return lines[end.line - 1][end.column - 1 :].lstrip()[:1] == ":"


def find_value_before(place: Position, scalars: Sequence[Scalar]) -> Scalar | None:
    """Return the last value that ends before a place."""
    before = bisect(scalars, place, key=lambda scalar: scalar.span.end)
    return scalars[before - 1] if before else None
