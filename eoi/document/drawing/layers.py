"""The rows of a chart. A box is below the boxes that it reports to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

Links = Mapping[int, Sequence[int]]  # for each box, the boxes that it reports to


def row_of_each(count: int, above: Links, widest: int) -> list[list[int]]:
    """Return the boxes of each row, from the top.

    A row has at most `widest` boxes, and boxes without a line to others come last.
    """
    ranks = rank_boxes(count, above)
    linked = {node for low, highs in above.items() for high in highs if high != low for node in (low, high)}
    alone = max(ranks, default=0) + 1
    layers: dict[int, list[int]] = {}
    for node in range(count):
        layers.setdefault(ranks[node] if node in linked else alone, []).append(node)
    found: list[list[int]] = []
    for rank in sorted(layers):
        found += split(sorted(layers[rank], key=lambda node: place_rows(node, above, found)), widest)
    return found


def rank_boxes(count: int, above: Links) -> list[int]:
    """Return for each box the most steps from it to the top. Lines that close a circle are ignored."""
    ranks: dict[int, int] = {}
    for start in range(count):
        open_, stack = {start}, [start]
        while stack:
            node = stack[-1]
            waiting = [high for high in above.get(node, ()) if high not in ranks and high not in open_]
            if node not in ranks and waiting:
                open_.add(waiting[0])
                stack.append(waiting[0])
            else:
                highs = (ranks[high] for high in above.get(node, ()) if high in ranks and high != node)
                ranks.setdefault(node, max(highs, default=-1) + 1)
                stack.pop()
    return [ranks[node] for node in range(count)]


def place_rows(node: int, above: Links, found: list[list[int]]) -> float:
    """Return where a box should be in its row, from 0 at the left to 1 at the right.

    It is below the middle of the boxes that it reports to, so that few lines cross.
    """
    shares = [
        (row.index(high) + 0.5) / len(row) for high in above.get(node, ()) for row in found if high in row
    ]
    return sum(shares) / len(shares) if shares else 0.5


def split(layer: list[int], widest: int) -> list[list[int]]:
    """Split a row into rows of nearly the same length."""
    lengths = ceil(len(layer) / ceil(len(layer) / widest))
    return [layer[start : start + lengths] for start in range(0, len(layer), lengths)]
