"""A time axis: the position of a day on it, and the days to label."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from eoi.frozen_value import FrozenValue
from eoi.submission.dates import MONTHS, DateRange

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months
MOST_STEPS = 6
NARROWEST = 35  # units of the picture that the name of a month needs


class Calendar(FrozenValue):
    """A time axis from `left` to `right` in steps of whole months; `months` counts them from the year 0."""

    left: int
    right: int
    months: tuple[int, ...]

    def at(self, day: date) -> int:
        first, last = number_first_day(self.months[0]), number_first_day(self.months[-1])
        share = (day.toordinal() - first) / (last - first)
        return round(self.left + share * (self.right - self.left))

    def narrowest(self) -> int:
        """Return the smallest distance between two steps in pixels.

        Months differ in length, so the steps do too.
        """
        places = [self.at(date.fromordinal(number_first_day(month))) for month in self.months]
        return min(later - earlier for earlier, later in pairwise(places))

    def ticks(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the position and the label of each step. The year is given only once for its months."""
        yearly = self.months[0] % 12 == (self.months[1] - self.months[0]) % 12 == 0
        for number, month in enumerate(self.months):
            year, name = str(month // 12), MONTHS[month % 12][:3]
            lines = (year,) if yearly else (name, year) if month % 12 == 0 or not number else (name,)
            yield self.at(date.fromordinal(number_first_day(month))), lines


def make_calendar(dates: list[DateRange], left: int, right: int) -> Calendar:
    """Return the calendar with the smallest steps that leave room for their labels.

    If no steps leave room, it has the largest.
    """
    first = min(number_month(when.first) for when in dates)
    last = max(number_month(when.last - timedelta(1)) for when in dates)  # it can end on the first of one
    for step in STEPS:
        start = first - first % step
        months = tuple(range(start, max(last, start) + step + 1, step))
        line = Calendar(left, right, months)
        if len(months) - 1 <= MOST_STEPS and line.narrowest() >= NARROWEST:
            break
    return line


def number_month(day: date) -> int:
    """Return the number of a date's month, counted from the year 0."""
    return day.year * 12 + day.month - 1


def number_first_day(month: int) -> int:
    """Return the first day of a month by its number, as a day counted from the year 1."""
    return date(month // 12, month % 12 + 1, 1).toordinal()
