"""A chart of boxes in rows with lines between them. The space between rows depends on the number of lines."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.document.drawing.routes import APART, CLEAR, Course, Stand
from eoi.document.drawing.shapes import Box
from eoi.frozen_value import FrozenValue

ARROW = 8


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
            start = channels[-1] + depth(count, between=bool(rows))
            rows.append((start, start + height))
            channels.append(start + height)
        return cls(tuple(rows), tuple(channels), channels[-1] + depth(lanes[-1], between=False))

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


def depth(lanes: int, *, between: bool) -> int:
    """Return the depth of a channel in pixels for its number of lanes.

    Between two rows it is never 0, since a straight line has to be visible.
    """
    return 2 * CLEAR + max(0, lanes - 1) * APART if lanes or between else 0
