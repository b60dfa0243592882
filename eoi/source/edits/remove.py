"""Removal of a field or an item, and new names for fields."""

from __future__ import annotations

from eoi.source.edits.geometry import Geometry, PlacedNode
from eoi.source.edits.operations import NOT_THERE, EditRefused
from eoi.source.edits.set_value import refuse_comments
from eoi.source.edits.text import Replacement
from eoi.source.edits.values import write_name
from eoi.source.nodes import Path


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
