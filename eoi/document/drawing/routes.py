"""Lines between the boxes of a chart: from the top of one to the foot of another, none upon another.

Between two rows of boxes lies a channel. A line leaves its box upwards into a channel, runs along it on a
lane of its own and, where its end is further off, through a gap between boxes to the channel below its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

APART = 8  # between two lines that run side by side
CLEAR = 14  # between a row of boxes and the next lane; an arrow head has room there
BEND = 40  # a line bends only to be further than this from where it would stand best
Span = tuple[int, int]
Line = tuple[int, int]


class NoRoom(Exception):
    """The chart has too many lines to tell them apart."""


class Stand(NamedTuple):
    """The place of a box: its row, and its ends across."""

    row: int
    left: int
    right: int

    @property
    def centre(self) -> int:
        return (self.left + self.right) // 2

    @property
    def edge(self) -> range:
        """Return the stretch where lines can touch the box."""
        return range(self.left + APART, self.right - APART + 1)

    def is_clear_of(self, x: int) -> bool:
        return x <= self.left - APART or x >= self.right + APART


class ChannelRun(NamedTuple):
    """A stretch along a channel, on one of its lanes, to a place across."""

    channel: int
    lane: int
    to: int


class Course(NamedTuple):
    """A line: where it leaves, how it runs and where it arrives."""

    start: int
    end: int
    runs: tuple[ChannelRun, ...]


class Channels:
    """The places that lines take: `upright` across, `lanes` the stretches on each lane, per channel."""

    def __init__(self, count: int) -> None:
        self.upright: list[set[int]] = [set() for _ in range(count)]
        self.lanes: list[list[list[Span]]] = [[] for _ in range(count)]

    def is_free(self, x: int, channels: Iterable[int]) -> bool:
        near = range(x - APART + 1, x + APART)
        return all(self.upright[channel].isdisjoint(near) for channel in channels)

    def take(self, x: int, channels: Iterable[int]) -> int:
        for channel in channels:
            self.upright[channel].add(x)
        return x

    def lane(self, channel: int, start: int, end: int) -> int:
        """Return the first lane with no other line between the two places."""
        low, high = sorted((start, end))
        for number, taken in enumerate(self.lanes[channel]):
            if all(high + APART <= left or right + APART <= low for left, right in taken):
                taken.append((low, high))
                return number
        self.lanes[channel].append([(low, high)])
        return len(self.lanes[channel]) - 1


def courses(stands: Sequence[Stand], lines: Sequence[Line], width: int) -> list[Course]:
    """Return the course of each line, from the first of its pair to the second."""
    channels = Channels(max((stand.row for stand in stands), default=0) + 2)
    starts: dict[Line, int] = {}
    for line, wanted in wishes(stands, lines, 0):
        starts[line] = nearest_free(wanted, stands[line[0]].edge, channels, [stands[line[0]].row])
    ends: dict[Line, int] = {}
    for line, wanted in wishes(stands, lines, 1):
        low, high = (stands[node] for node in line)
        straight = starts[line] if low.row == high.row + 1 and starts[line] in high.edge else 0
        if straight and abs(straight - wanted) <= BEND:
            ends[line] = straight
        else:
            ends[line] = nearest_free(wanted, high.edge, channels, [high.row + 1])
    return [course(stands, line, starts[line], ends[line], channels, width) for line in lines]


def wishes(stands: Sequence[Stand], lines: Sequence[Line], own: int) -> Iterator[tuple[Line, int]]:
    """Say where lines would best touch their boxes.

    They spread along the edge, in the order of where they lead.
    """
    for node, stand in enumerate(stands):
        mine = sorted(
            (line for line in lines if line[own] == node),
            key=lambda line: (stands[line[1 - own]].centre, stands[line[1 - own]].row, line),
        )
        for number, line in enumerate(mine, 1):
            yield line, stand.left + (stand.right - stand.left) * number // (len(mine) + 1)


def nearest_free(wanted: int, places: Iterable[int], channels: Channels, taken: Sequence[int]) -> int:
    """Take the free place nearest to the one wanted; raise NoRoom where all are taken."""
    for x in sorted(places, key=lambda x: (abs(x - wanted), x)):
        if channels.is_free(x, taken):
            return channels.take(x, taken)
    raise NoRoom


def course(
    stands: Sequence[Stand], line: Line, start: int, end: int, channels: Channels, width: int
) -> Course:
    """Lay one line from the top of its box to the foot of the other."""
    first, last = stands[line[0]].row, stands[line[1]].row + 1
    if first == last:
        return Course(start, end, channel_runs(channels, (first, start, end)))
    x = way(stands, first, last, start, end, channels, width)
    return Course(start, end, channel_runs(channels, (first, start, x), (last, x, end)))


def way(
    stands: Sequence[Stand], first: int, last: int, start: int, end: int, channels: Channels, width: int
) -> int:
    """Return a place across that is clear of all boxes between two channels: straight ahead or nearest."""
    low, high = min(first, last), max(first, last)
    walls = [stand for stand in stands if low <= stand.row < high]
    gaps = [x for x in range(APART, width - APART + 1) if all(wall.is_clear_of(x) for wall in walls)]
    for x, own in ((start, first), (end, last)):
        others = [channel for channel in range(low, high + 1) if channel != own]
        if x in gaps and channels.is_free(x, others):
            return channels.take(x, others)
    return nearest_free((start + end) // 2, gaps, channels, range(low, high + 1))


def channel_runs(channels: Channels, *wanted: tuple[int, int, int]) -> tuple[ChannelRun, ...]:
    """Give each stretch along a channel a lane of its own; a stretch of no length has none."""
    return tuple(
        ChannelRun(channel, channels.lane(channel, start, end), end)
        for channel, start, end in wanted
        if start != end
    )
