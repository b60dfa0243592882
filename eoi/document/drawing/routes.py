"""Lines between the boxes of a chart: from the top of one to the foot of another, none on top of another.

Between two rows of boxes is a channel. A line leaves its box upwards into a channel and runs along it on a
lane of its own. If its end is further up, it goes on through a gap between boxes to the channel below that
end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eoi.frozen_value import FrozenValue

APART = 8  # pixels between two lines side by side
CLEAR = 14  # pixels between a row of boxes and the next lane, with room for an arrow head
BEND = 40  # a line stays straight if its best position is no further away than this
Span = tuple[int, int]
Line = tuple[int, int]


class NoRoom(Exception):
    """An error for a chart with too many lines to draw apart."""


class Stand(FrozenValue):
    """The place of a box: its row, and its left and right ends in pixels."""

    row: int
    left: int
    right: int

    @property
    def centre(self) -> int:
        return (self.left + self.right) // 2

    @property
    def edge(self) -> range:
        """The positions where lines can touch the box, a little inside its corners."""
        return range(self.left + APART, self.right - APART + 1)

    def is_clear_of(self, x: int) -> bool:
        return x <= self.left - APART or x >= self.right + APART


class ChannelRun(FrozenValue):
    """A horizontal part of a line: its channel, its lane there, and the position where it ends."""

    channel: int
    lane: int
    to: int


class Course(FrozenValue):
    """The course of a line: the positions where it leaves and arrives, and its horizontal parts."""

    start: int
    end: int
    runs: tuple[ChannelRun, ...]


class Channels:
    """The room that lines already take.

    For each channel, `upright` holds the positions of vertical lines, and `lanes` the parts taken on each
    lane.
    """

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
        """Take the first lane with room between two positions, and return its number."""
        low, high = sorted((start, end))
        for number, taken in enumerate(self.lanes[channel]):
            if all(high + APART <= left or right + APART <= low for left, right in taken):
                taken.append((low, high))
                return number
        self.lanes[channel].append([(low, high)])
        return len(self.lanes[channel]) - 1


def find_courses(stands: Sequence[Stand], lines: Sequence[Line], width: int) -> list[Course]:
    """Return the course of each line, from the first box of its pair to the second."""
    channels = Channels(max((stand.row for stand in stands), default=0) + 2)
    starts: dict[Line, int] = {}
    for line, wanted in list_best_positions(stands, lines, 0, width):
        starts[line] = take_nearest_free(wanted, stands[line[0]].edge, channels, [stands[line[0]].row])
    ends: dict[Line, int] = {}
    for line, wanted in list_best_positions(stands, lines, 1, width):
        low, high = (stands[node] for node in line)
        straight = starts[line] if low.row == high.row + 1 and starts[line] in high.edge else 0
        if straight and abs(straight - wanted) <= BEND:
            ends[line] = straight
        else:
            ends[line] = take_nearest_free(wanted, high.edge, channels, [high.row + 1])
    return [find_course(stands, line, starts[line], ends[line], channels, width) for line in lines]


def list_best_positions(
    stands: Sequence[Stand], lines: Sequence[Line], own: int, width: int
) -> Iterator[tuple[Line, int]]:
    """Yield the best position for each line to touch its box.

    `own` tells which end: 0 for the start and 1 for the end. Lines are spread along the edge in the order of
    their first turns.
    """
    for node, stand in enumerate(stands):
        mine = sorted(
            (line for line in lines if line[own] == node),
            key=lambda line: (estimate_first_turn(stands, line, own, width), stands[line[1 - own]].row, line),
        )
        for number, line in enumerate(mine, 1):
            yield line, stand.left + (stand.right - stand.left) * number // (len(mine) + 1)


def estimate_first_turn(stands: Sequence[Stand], line: Line, own: int, width: int) -> int:
    """Estimate where a line turns first: below the box at its other end, or in a gap on its way there.

    Few lines that leave in this order cross.
    """
    near, far = stands[line[own]], stands[line[1 - own]]
    low, high = stands[line[0]].row, stands[line[1]].row + 1
    if low == high:
        return far.centre
    gaps = list_gaps(stands, low, high, width)
    middle = (near.centre + far.centre) // 2
    return min(gaps, key=lambda x: abs(x - middle), default=far.centre)


def list_gaps(stands: Sequence[Stand], first: int, last: int, width: int) -> list[int]:
    """List the places across that are clear of all boxes between two channels."""
    low, high = min(first, last), max(first, last)
    walls = [stand for stand in stands if low <= stand.row < high]
    return [x for x in range(APART, width - APART + 1) if all(wall.is_clear_of(x) for wall in walls)]


def take_nearest_free(wanted: int, places: Iterable[int], channels: Channels, taken: Sequence[int]) -> int:
    """Take the free position nearest to the wanted one; raise `NoRoom` if none is free."""
    for x in sorted(places, key=lambda x: (abs(x - wanted), x)):
        if channels.is_free(x, taken):
            return channels.take(x, taken)
    raise NoRoom


def find_course(
    stands: Sequence[Stand], line: Line, start: int, end: int, channels: Channels, width: int
) -> Course:
    """Return the course of one line from the top of its box to the foot of the other."""
    first, last = stands[line[0]].row, stands[line[1]].row + 1
    if first == last:
        return Course(start, end, make_channel_runs(channels, (first, start, end)))
    x = take_clear_position(stands, first, last, start, end, channels, width)
    return Course(start, end, make_channel_runs(channels, (first, start, x), (last, x, end)))


def take_clear_position(
    stands: Sequence[Stand], first: int, last: int, start: int, end: int, channels: Channels, width: int
) -> int:
    """Take a position for a vertical line between two channels that is clear of all boxes, and return it.

    The position of the line's start or end is tried first, and then the one nearest to the middle.
    """
    low, high = min(first, last), max(first, last)
    gaps = list_gaps(stands, first, last, width)
    for x, own in ((start, first), (end, last)):
        others = [channel for channel in range(low, high + 1) if channel != own]
        if x in gaps and channels.is_free(x, others):
            return channels.take(x, others)
    return take_nearest_free((start + end) // 2, gaps, channels, range(low, high + 1))


def make_channel_runs(channels: Channels, *wanted: tuple[int, int, int]) -> tuple[ChannelRun, ...]:
    """Return the horizontal parts of a line, each on a free lane. Parts without length are left out."""
    return tuple(
        ChannelRun(channel, channels.lane(channel, start, end), end)
        for channel, start, end in wanted
        if start != end
    )
