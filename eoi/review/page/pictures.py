"""The pictures of a review: a dot for each submission on a line of figures or of time.

Dots far outside have another shape, so that colour is not needed to tell them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from eoi.document.drawing.calendar import make_calendar
from eoi.review.spread import Spread
from eoi.review.submissions import ReviewedSubmission
from eoi.submission.dates import DateRange

LEFT, RIGHT, WIDTH = 16, 344, 360
STEP = 8  # from one dot to the next, beside it or above it
ROOM = 88  # above the line; if more dots are needed, they are closer together


class Dots(NamedTuple):
    """The dots on a line, as SVG paths: the usual ones, those far outside, and the height above the line."""

    usual: str
    far: str
    height: int


class SpreadPicture(NamedTuple):
    """A figure on a line. `box` has the places of its quartiles, and is empty if too few state it."""

    spread: Spread
    dots: Dots
    box: tuple[int, ...]


class StartPicture(NamedTuple):
    """The days on which submissions want to start, on a line of time, with the submissions of each day."""

    dots: Dots
    ticks: tuple[tuple[int, tuple[str, ...]], ...]
    days: tuple[tuple[DateRange, tuple[ReviewedSubmission, ...]], ...]


def draw_spread(spread: Spread) -> SpreadPicture:
    """Draw the values of a figure on a line."""
    least, most = spread.values[0][0], spread.values[-1][0]

    def find_x(value: Decimal) -> int:
        share = (value - least) / (most - least) if most > least else Decimal("0.5")
        return LEFT + round(share * (RIGHT - LEFT))

    far = {one.file for _, one in spread.far_out}
    dots = pile_up_dots((find_x(value), one.file in far) for value, one in spread.values)
    return SpreadPicture(spread, dots, tuple(map(find_x, spread.quartiles or ())))


def draw_starts(submissions: Iterable[ReviewedSubmission]) -> StartPicture | None:
    """Draw the days on which submissions want to start, or return None if none states a day."""
    by_day: dict[str, tuple[DateRange, list[ReviewedSubmission]]] = {}
    for one in submissions:
        if one.start:
            by_day.setdefault(one.start.written, (one.start, []))[1].append(one)
    days = sorted(by_day.values(), key=lambda pair: (pair[0].first, pair[0].last))
    if not days:
        return None
    line = make_calendar([when for when, _ in days], LEFT, RIGHT)
    dots = pile_up_dots((line.at(when.first), False) for when, those in days for _ in those)
    return StartPicture(dots, tuple(line.ticks()), tuple((when, tuple(those)) for when, those in days))


def pile_up_dots(places: Iterable[tuple[int, bool]]) -> Dots:
    """Pile up dots above their places on a line."""
    found: Sequence[tuple[int, bool]] = [(x - x % STEP + STEP // 2, is_far) for x, is_far in places]
    tallest = max(Counter(x for x, _ in found).values(), default=1)
    step = min(STEP, ROOM / tallest)
    height = round(step * tallest) + STEP
    over: Counter[int] = Counter()
    usual, far = list[str](), list[str]()
    for x, is_far in found:
        y = round(height - STEP / 2 - step * over[x], 1)
        over[x] += 1
        (far if is_far else usual).append(f"M{x - 4} {y + 3:g}h8l-4-7Z" if is_far else f"M{x} {y:g}h0")
    return Dots("".join(usual), "".join(far), height)
