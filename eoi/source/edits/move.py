"""The move of an item to another place of its list."""

from __future__ import annotations

from eoi.source.edits.geometry import Geometry, PlacedNode
from eoi.source.edits.operations import NOT_THERE, EditRefused
from eoi.source.edits.text import Replacement
from eoi.source.nodes import Path, Sequence


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
