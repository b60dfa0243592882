"""Removal of a field or an item, new names for fields, and the move of an item in its list."""

from __future__ import annotations

from eoi.source.edits.geometry import Geometry, PlacedNode
from eoi.source.edits.operations import NOT_THERE, EditRefused
from eoi.source.edits.set_value import refuse_comments
from eoi.source.edits.text import Replacement
from eoi.source.edits.values import write_name
from eoi.source.nodes import Path, Sequence


def remove(geometry: Geometry, path: Path) -> list[Replacement]:
    """Remove a field or an item."""
    spot = geometry.find(path)
    if spot is None:
        raise EditRefused(NOT_THERE)
    siblings = geometry.siblings(spot)
    if spot.in_brackets:
        return remove_in_brackets(geometry, spot, siblings)
    if geometry.lines.before(spot.start).strip():
        return remove_behind_dash(geometry, spot, siblings)
    return remove_lines(geometry, spot)


def remove_in_brackets(geometry: Geometry, spot: PlacedNode, siblings: list[PlacedNode]) -> list[Replacement]:
    """Remove a field or an item in brackets with its comma."""
    after, before = siblings[spot.index + 1 : spot.index + 2], siblings[: spot.index][-1:]
    start, end = spot.start, spot.end
    if after:
        end = after[0].start
    elif before:
        start = before[0].end
    refuse_comments(geometry, start, end)
    return [Replacement(start, end, "")]


def remove_behind_dash(geometry: Geometry, spot: PlacedNode, siblings: list[PlacedNode]) -> list[Replacement]:
    """Remove a field or an item right behind a dash. The next one moves up to the dash."""
    after = siblings[spot.index + 1 :]
    if not after:
        refuse_comments(geometry, spot.start, spot.end)
        return [Replacement(spot.start, spot.end, "")]
    end = after[0].start
    found = geometry.comments_between(spot.start, end)
    pad = " " * geometry.lines.column(spot.start)
    # A comment may stand behind a dash, and the next field below it.
    above = "".join(f"{comment}\n{pad}" for comment in found)
    return [Replacement(spot.start, end, above)]


def remove_lines(geometry: Geometry, spot: PlacedNode) -> list[Replacement]:
    """Remove the lines of a field or an item; comments in them and beside them keep lines of their own."""
    start, end = geometry.lines.line_start(spot.start), geometry.lines.line_end(spot.end)
    pad = " " * geometry.lines.column(spot.start)
    kept = [f"{pad}{comment}" for comment in geometry.comments_between(spot.start, end)]
    if kept:
        return [Replacement(start, end, "\n".join(kept))]
    if end < len(geometry.text):
        return [Replacement(start, end + 1, "")]
    return [Replacement(max(0, start - 1), end, "")]


def rename(geometry: Geometry, path: Path, name: str) -> list[Replacement]:
    """Give a field another name."""
    spot = geometry.find(path)
    if spot is None or not spot.name:
        raise EditRefused(NOT_THERE)
    entry = spot.parent.entry(spot.name)  # type: ignore[union-attr]
    start, end = (geometry.lines.index_of(place) for place in entry.key.span)  # type: ignore[union-attr]
    return [Replacement(start, end, write_name(name, geometry.habits.quote))]


def move_item(geometry: Geometry, path: Path, to: int) -> list[Replacement]:
    """Move an item with the comments above it to another place of its list."""
    spot = geometry.find(path)
    parent = spot.parent if spot else None
    if spot is None or not isinstance(parent, Sequence) or not 0 <= to < len(parent.items):
        raise EditRefused(NOT_THERE)
    spots = geometry.siblings(spot)
    chunks = [find_chunk(geometry, spots, index) for index in range(len(spots))]
    order = list(range(len(spots)))
    order.insert(next(one.index for one in spots if one.value is parent.items[to]), order.pop(spot.index))
    return [
        Replacement(*chunks[index], geometry.text[slice(*chunks[source])])
        for index, source in enumerate(order)
        if index != source
    ]


def find_chunk(geometry: Geometry, spots: list[PlacedNode], index: int) -> tuple[int, int]:
    """Return where the part of the text that moves with an item starts and ends.

    The part is its lines with the comments right above, or in brackets its own words.
    """
    spot = spots[index]
    if spot.in_brackets:
        return spot.start, spot.end
    before = geometry.lines.before(spot.start)
    if before.strip():
        return spot.start, geometry.lines.line_end(spot.end)
    start = geometry.lines.line_start(spot.start)
    first = geometry.lines.line_end(spots[index - 1].end) if index else start
    while start - 1 > first and geometry.lines.before(start - 1).lstrip(" ").startswith("#"):
        start = geometry.lines.line_start(start - 1)
    return start, geometry.lines.line_end(spot.end)
