"""Additions: of a field at its place in the order of the model, or of an item written like its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.source.edits.children import is_absent
from eoi.source.edits.geometry import Geometry, PlacedNode
from eoi.source.edits.operations import EditRefused
from eoi.source.edits.text import Replacement
from eoi.source.edits.values import write_field, write_flat, write_list_item
from eoi.source.nodes import Mapping, Path, Plain, Sequence


def insert_field(geometry: Geometry, path: Path, value: Plain, order: list[str]) -> list[Replacement]:
    """Add a field behind those that come before it in the order of the model."""
    parent, in_brackets = geometry.find_parent(path)
    name = str(path[-1])
    if not isinstance(parent, Mapping):
        raise EditRefused("the file has no fields there")
    spots = geometry.list_spots(parent, in_brackets)
    place = find_position(name, [spot.name for spot in spots], order)
    if in_brackets:
        return [insert_in_brackets(spots, place, write_flat({name: value}, '"')[1:-1])]
    column = parent.span.start.column - 1
    lines = write_field(name, value, column, geometry.habits)
    if place:
        return [insert_behind(geometry, spots, place, lines)]
    return [Replacement(spots[0].start, spots[0].start, "\n".join(lines).lstrip(" ") + "\n" + " " * column)]


def find_position(name: str, names: list[str], order: list[str]) -> int:
    """Return how many of the present names stay before a new one, by the order of the model.

    A name that the model does not have goes behind all of them.
    """
    if name not in order:
        return len(names)
    earlier = set(order[: order.index(name)])
    places = [index for index, one in enumerate(names, 1) if one in earlier]
    if places:
        return max(places)
    later = set(order[order.index(name) :])
    return next((index for index, one in enumerate(names) if one in later), len(names))


def insert_item(geometry: Geometry, path: Path, value: Plain) -> list[Replacement]:
    """Add an item in front of the one that has its number now, or behind the last."""
    parent, in_brackets = geometry.find_parent(path)
    at = path[-1]
    if not isinstance(parent, Sequence) or not isinstance(at, int) or not 0 <= at <= len(parent.items):
        raise EditRefused("the file has no list there")
    spots = geometry.list_spots(parent, in_brackets)
    filled = [spot for spot in spots if spot.value in parent.items]
    place = filled[at].index if at < len(filled) else filled[-1].index + 1
    if in_brackets:
        return [insert_in_brackets(spots, place, write_flat(value, '"'))]
    lines = write_like_siblings(geometry, spots, value)
    if place:
        return [insert_behind(geometry, spots, place, lines)]
    pad = " " * geometry.lines.column(spots[0].start)
    return [Replacement(spots[0].start, spots[0].start, "\n".join(lines).lstrip(" ") + "\n" + pad)]


def write_like_siblings(geometry: Geometry, spots: list[PlacedNode], value: Plain) -> list[str]:
    """Write a new item like the last one: in brackets if that is, and with the same space behind the dash."""
    last, habits = spots[-1], geometry.habits
    column = geometry.lines.column(last.start)
    gap = " "
    if not is_absent(last.value) and "\n" not in (
        between := geometry.text[last.head : geometry.start_of(last.value)]
    ):
        gap = between if between and not between.strip(" ") else " "
    if not isinstance(value, str) and geometry.is_bracket(last.value):
        return [f"{' ' * column}-{gap}{write_flat(value, habits.quote)}"]
    return write_list_item(value, column, habits, gap)


def insert_in_brackets(spots: list[PlacedNode], place: int, written: str) -> Replacement:
    """Add a written field or item in front of the one at `place` in brackets, with its comma."""
    if place:
        end = spots[place - 1].end
        return Replacement(end, end, f", {written}")
    return Replacement(spots[0].start, spots[0].start, f"{written}, ")


def insert_behind(
    geometry: Geometry, spots: list[PlacedNode], place: int, lines: Iterable[str]
) -> Replacement:
    """Add lines behind a field or an item.

    A blank line comes first if the file has one between its siblings.
    """
    text = geometry.text
    end = geometry.lines.line_end(spots[place - 1].end)
    beside = spots[place] if place < len(spots) else spots[place - 1]
    above = spots[beside.index - 1] if beside.index else None
    is_parted = above is not None and "\n\n" in text[geometry.lines.line_end(above.end) : beside.start]
    return Replacement(end, end, ("\n" if is_parted else "") + "".join(f"\n{line}" for line in lines))
