"""Replacement of a value on the line of its name or below it. Comments in the old value stay."""

from __future__ import annotations

from eoi.source.edits.children import is_absent
from eoi.source.edits.geometry import Geometry, PlacedNode
from eoi.source.edits.operations import EditRefused
from eoi.source.edits.text import Replacement
from eoi.source.edits.values import FLAT, Habits, is_plain, needs_bar, write_below, write_flat, write_scalar
from eoi.source.nodes import Mapping, Plain, Scalar, Sequence

COMMENT_IN_BRACKETS = "a comment stands in the brackets there"


def set_value(geometry: Geometry, spot: PlacedNode, value: Plain) -> list[Replacement]:
    """Replace a value. Everything beside it on its lines stays, including comments."""
    if spot.in_brackets:
        return set_in_brackets(geometry, spot, value)
    if is_flat(geometry, spot, value):
        return set_on_line(geometry, spot, write_alike(geometry, spot, value))
    return set_below(geometry, spot, value)


def is_flat(geometry: Geometry, spot: PlacedNode, value: Plain) -> bool:
    """Tell whether the new value is written on the line of its name or dash."""
    if isinstance(value, str) or not value:
        return not needs_bar(value)
    return geometry.is_bracket(spot.value) and len(write_flat(value, geometry.habits.quote)) <= FLAT


def write_alike(geometry: Geometry, spot: PlacedNode, value: Plain) -> str:
    """Write a value on one line, in quotes if the old value was in quotes."""
    if not value and not spot.in_brackets:
        return ""
    if not isinstance(value, str):
        return write_flat(value, geometry.habits.quote)
    before = geometry.text[geometry.start_of(spot.value)] if not is_absent(spot.value) else ""
    if isinstance(spot.value, Scalar) and before in ('"', "'"):
        return write_scalar(value, before, spot.in_brackets, keep_quotes=True)
    if is_plain(value, spot.in_brackets):
        return value  # the habits of the author need a look at the whole file
    quote = geometry.habits.quote if not spot.in_brackets else '"'
    return write_scalar(value, quote, spot.in_brackets)


def set_in_brackets(geometry: Geometry, spot: PlacedNode, value: Plain) -> list[Replacement]:
    """Replace a value inside brackets."""
    start = spot.head if is_absent(spot.value) else geometry.start_of(spot.value)
    refuse_comments(geometry, start, spot.end)
    written = write_alike(geometry, spot, value)
    return [Replacement(start, spot.end, f" {written}" if start == spot.head and spot.name else written)]


def set_on_line(geometry: Geometry, spot: PlacedNode, written: str) -> list[Replacement]:
    """Put a value on the line of its name or dash; move comments in the old value above it."""
    if is_absent(spot.value):
        return [Replacement(spot.head, spot.head, f" {written}" if written else "")]
    start = geometry.start_of(spot.value)
    comments = lift_comments(geometry, spot, start, spot.end)
    if "\n" not in geometry.text[spot.head : start]:
        return [*comments, Replacement(start if written else spot.head, spot.end, written)]
    line = geometry.lines.line_start(start) - 1
    return [
        *comments,
        Replacement(spot.head, spot.head, f" {written}".rstrip()),
        Replacement(line, spot.end, ""),
    ]


def set_below(geometry: Geometry, spot: PlacedNode, value: Plain) -> list[Replacement]:
    """Put a value on lines of its own, below its name or dash."""
    habits = geometry.habits
    column = find_column(geometry, spot, value, habits)
    body = "".join(f"\n{line}" for line in write_below(value, column, habits))
    bar = " |" if needs_bar(value) else ""
    if is_absent(spot.value):
        end = geometry.lines.line_end(spot.head)
        return [Replacement(spot.head, spot.head, bar), Replacement(end, end, body)]
    start = geometry.start_of(spot.value)
    first = geometry.lines.line_end(start)
    if bar and geometry.is_block(spot.value) and geometry.text[start:first].split("#")[0].strip() == "|":
        return [Replacement(first, spot.end, body)]
    comments = lift_comments(geometry, spot, start, spot.end)
    if "\n" in geometry.text[spot.head : start]:
        line = geometry.lines.line_start(start) - 1
        return [*comments, Replacement(spot.head, spot.head, bar), Replacement(line, spot.end, body)]
    end = geometry.lines.line_end(spot.end)
    if end == spot.end:
        return [*comments, Replacement(spot.head, spot.end, bar + body)]
    return [*comments, Replacement(spot.head, spot.end, bar), Replacement(end, end, body)]


def find_column(geometry: Geometry, spot: PlacedNode, value: Plain, habits: Habits) -> int:
    """Find the column for the lines of a value, counted from 0.

    It is the column of the old value, if that is of the same kind.
    """
    own = spot.value
    text, start = geometry.text, geometry.lines.column(spot.start)
    is_alike = isinstance(own, Mapping if isinstance(value, dict) else Sequence)
    if is_alike and not isinstance(value, str) and not geometry.is_bracket(own):
        return own.span.start.column - 1
    if geometry.is_block(own) and isinstance(value, str):
        below = geometry.lines.line_end(geometry.start_of(own)) + 1
        for line in text[below : spot.end].split("\n"):
            if line.strip():
                return len(line) - len(line.lstrip(" "))
    return start + (habits.dash if isinstance(value, list) and spot.name else habits.step)


def refuse_comments(geometry: Geometry, start: int, end: int) -> None:
    """Raise `EditRefused` if a comment begins in a part of the text inside brackets."""
    if geometry.comments_between(start, end):
        raise EditRefused(COMMENT_IN_BRACKETS)


def lift_comments(geometry: Geometry, spot: PlacedNode, start: int, end: int) -> list[Replacement]:
    """Put the comments in a part of the text on lines of their own above the field or item."""
    found = geometry.comments_between(start, end)
    line = geometry.lines.line_start(spot.start)
    before = geometry.text[line : spot.start]
    if not found:
        return []
    if before.strip(" -"):
        raise EditRefused(COMMENT_IN_BRACKETS)
    pad = " " * (len(before) - len(before.lstrip(" ")))
    return [Replacement(line, line, "".join(f"{pad}{comment}\n" for comment in found))]
