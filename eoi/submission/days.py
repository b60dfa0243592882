"""The days that a stated date can mean, and its words alone and in a sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from eoi.frozen_value import FrozenValue

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OpenAt = Literal["", "start", "end"]
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


class DateRange(FrozenValue):
    """A time from the first to the last day that can be meant.

    `written` is for use alone: "Early June 2014". The others are for sentences: `within` is "early June
    2014", `dated` is "in early June 2014", and `bound` follows "from" or "until". `weekday` is the one that
    was typed, or empty. `open_at` is "start" for "by June", which has no first day, and "end" for "from
    June", which has no last day.
    """

    first: date
    last: date
    written: str
    within: str
    dated: str
    bound: str
    weekday: str
    open_at: OpenAt

    def __init__(
        self,
        first: date,
        last: date,
        written: str,
        within: str = "",
        dated: str = "",
        bound: str = "",
        weekday: str = "",
        open_at: OpenAt = "",
    ) -> None:
        within = within or written
        dated = dated or f"{'on' if first == last else 'in'} {within}"
        super().__init__(first, last, written, within, dated, bound or within, weekday, open_at)

    def __str__(self) -> str:
        return self.written

    @property
    def is_day(self) -> bool:
        """Tell whether the time is a single day."""
        return self.first == self.last


def make_day(year: int, month: int, day: int) -> DateRange:
    """Return a day; raise `ValueError` if the calendar has no such day."""
    written = f"{day} {MONTHS[check_month(month) - 1]} {check_year(year)}"
    try:
        exact = date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no {written}") from None
    return DateRange(exact, exact, written)


def make_month(year: int, month: int) -> DateRange:
    """Return a whole month; raise `ValueError` if there is no such month."""
    return DateRange(*span_months(year, check_month(month), 1), f"{MONTHS[month - 1]} {year}")


def span_months(year: int, month: int, number: int) -> tuple[date, date]:
    """Return the first and the last day of `number` months, from this one on."""
    beyond = month - 1 + number
    after = date(check_year(year) + beyond // 12, beyond % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(1)


def make_financial_year(start: int, end: str) -> DateRange:
    """Return a year from April to March. `14/15` and `2014/15` mean the same."""
    check_year(start)
    written = f"{start}/{(start + 1) % 100:02}"
    if end not in (str(start + 1), written[-2:]):
        raise ValueError(f"a financial year runs to the next one: {written}")
    return DateRange(date(start, 4, 1), date(start + 1, 3, 31), written)


def make_year(year: int) -> DateRange:
    """Return a calendar year."""
    return DateRange(date(check_year(year), 1, 1), date(year, 12, 31), str(year))


def check_month(month: int) -> int:
    """Return the month; raise `ValueError` unless it is from 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return month


def complete_year(digits: str) -> int:
    """Return the year that two or four digits mean. Two digits mean a year from 2000 on."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def check_year(year: int) -> int:
    """Return the year; raise `ValueError` if no submission can mention it."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"write a year between {EARLIEST_YEAR} and {LATEST_YEAR}, not {year}")
    return year
