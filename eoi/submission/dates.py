"""Dates as precise as people state them: a day, a month, a year or a financial year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from eoi.submission.fields import Read, figure, quoted

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
MONTH_NUMBERS = {
    name[:length].lower(): index + 1 for index, name in enumerate(MONTHS) for length in (3, 4, len(name))
}
ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", re.ASCII)
WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}) (\d{4})", re.ASCII | re.IGNORECASE)
SLASHED_MONTH = re.compile(r"(0?[1-9]|1[0-2])/(\d{4})")
FINANCIAL_YEAR = re.compile(r"(\d{4}|\d{2})/(\d{4}|\d{2})", re.ASCII)
YEAR = re.compile(r"(\d{4})", re.ASCII)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class When:
    """The days a stated date can mean, first to last, and how to print it."""

    first: date
    last: date
    written: str

    def __str__(self) -> str:
        return self.written

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def when(value: Any) -> When:
    typed = figure(value)
    for pattern, read in READERS:
        if match := pattern.fullmatch(typed):
            return read(match)
    raise ValueError(
        f"write a date such as 2014-06-20, 20 June 2014, June 2014, 2014/15 or 2014, not {quoted(typed)}"
    )


def iso_date(match: re.Match[str]) -> When:
    """`2014-15` has no month 15: it is a financial year."""
    year, month, day = int(match[1]), int(match[2]), match[3]
    if day:
        return one_day(year, month, int(day))
    if month > 12 and month == (year + 1) % 100:
        return one_financial_year(year, match[2])
    return one_month(year, month)


def slashed_day(match: re.Match[str]) -> When:
    """Day first, as in Britain."""
    if int(match[2]) > 12:
        raise ValueError(f"there is no month {match[2]}: the day comes first, then the month")
    return one_day(full_year(match[3]), int(match[2]), int(match[1]))


def slashed_month(match: re.Match[str]) -> When:
    return one_month(int(match[2]), int(match[1]))


def date_in_words(match: re.Match[str]) -> When:
    month = MONTH_NUMBERS.get(match[2].lower())
    if month is None:
        near = get_close_matches(match[2].capitalize(), MONTHS, n=1)
        raise ValueError(f"'{match[2]}' is not a month" + (f" (did you mean {near[0]}?)" if near else ""))
    return one_day(int(match[3]), month, int(match[1])) if match[1] else one_month(int(match[3]), month)


def financial_year(match: re.Match[str]) -> When:
    return one_financial_year(full_year(match[1]), match[2])


def one_financial_year(start: int, end: str) -> When:
    """April to March: `14/15` and `2014/15` are the same year."""
    checked_year(start)
    written = f"{start}/{(start + 1) % 100:02}"
    if end not in (str(start + 1), written[-2:]):
        raise ValueError(f"a financial year runs to the next one: {written}")
    return When(date(start, 4, 1), date(start + 1, 3, 31), written)


def calendar_year(match: re.Match[str]) -> When:
    year = checked_year(int(match[1]))
    return When(date(year, 1, 1), date(year, 12, 31), str(year))


def one_day(year: int, month: int, day: int) -> When:
    written = f"{day} {MONTHS[checked_month(month) - 1]} {checked_year(year)}"
    try:
        exact = date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no {written}") from None
    return When(exact, exact, written)


def one_month(year: int, month: int) -> When:
    last = monthrange(checked_year(year), checked_month(month))[1]
    return When(date(year, month, 1), date(year, month, last), f"{MONTHS[month - 1]} {year}")


def checked_month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return month


def full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def checked_year(year: int) -> int:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"write a year between {EARLIEST_YEAR} and {LATEST_YEAR}, not {year}")
    return year


READERS = (
    (ISO, iso_date),
    (SLASHED_DAY, slashed_day),
    (WORDS, date_in_words),
    (SLASHED_MONTH, slashed_month),
    (FINANCIAL_YEAR, financial_year),
    (YEAR, calendar_year),
)

WhenField = Annotated[When, Read(when)]
