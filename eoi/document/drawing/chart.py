"""A chart of boxes in rows with lines between them. The space between rows depends on the number of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from eoi.document.drawing.routes import APART, CLEAR, Course, Stand
from eoi.document.drawing.shapes import Box
from eoi.frozen_value import FrozenValue

ARROW = 8
Links = Mapping[int, Sequence[int]]  # for each box, the boxes that it reports to


def place_boxes_in_rows(count: int, above: Links, widest: int) -> list[list[int]]:
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


class Arrow(FrozenValue):
    """An arrow as the data of two SVG paths: the line, and the head at its end."""

    line: str
    head: str


class Chart(FrozenValue):
    """The heights of a chart's rows and channels.

    `rows` holds the top and the bottom of each row of boxes. `channels` holds the top of each channel, the
    space for lines above a row. All are in pixels.
    """

    rows: tuple[tuple[int, int], ...]
    channels: tuple[int, ...]
    foot: int

    @classmethod
    def of(cls, heights: Sequence[int], ways: Sequence[Course], top: int) -> Chart:
        """Return a chart whose rows have these heights, one below the other from `top` on."""
        lanes = [0] * (len(heights) + 1)
        for run in (run for way in ways for run in way.runs):
            lanes[run.channel] = max(lanes[run.channel], run.lane + 1)
        rows: list[tuple[int, int]] = []
        channels = [top]
        for height, count in zip(heights, lanes, strict=False):
            start = channels[-1] + measure_channel(count, between=bool(rows))
            rows.append((start, start + height))
            channels.append(start + height)
        return cls(tuple(rows), tuple(channels), channels[-1] + measure_channel(lanes[-1], between=False))

    def box(self, stand: Stand) -> Box:
        top, bottom = self.rows[stand.row]
        return Box(stand.left, top, stand.right - stand.left, bottom - top)

    def arrow(self, course: Course, low: Stand, high: Stand) -> Arrow:
        top, bottom = self.rows[low.row][0], self.rows[high.row][1]
        steps = [f"V{self.lane(run.channel, run.lane)}H{run.to}" for run in course.runs]
        line = f"M{course.start} {top}{''.join(steps)}V{bottom + ARROW}"
        return Arrow(line, f"M{course.end} {bottom}l-5 {ARROW + 1}h10Z")

    def lane(self, channel: int, lane: int) -> int:
        return self.channels[channel] + CLEAR + lane * APART


def measure_channel(lanes: int, *, between: bool) -> int:
    """Return the depth of a channel in pixels for its number of lanes.

    Between two rows it is never 0, since a straight line has to be visible.
    """
    return 2 * CLEAR + max(0, lanes - 1) * APART if lanes or between else 0
