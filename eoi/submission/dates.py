"""Dates as precise as people state them: a day, a month, a year or a financial year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator

from eoi.submission.fields import text

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
ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9}) (\d{4})")
FINANCIAL_YEAR = re.compile(r"(\d{4}|\d{2})/(\d{4}|\d{2})")
YEAR = re.compile(r"(\d{4})")
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
    typed = text(value)
    for pattern, read in READERS:
        if match := pattern.fullmatch(typed):
            return read(match)
    raise ValueError(
        f"write a date such as 2014-06-20, 20 June 2014, June 2014, 2014/15 or 2014, not '{typed}'"
    )


def iso_date(match: re.Match[str]) -> When:
    year, month, day = int(match[1]), int(match[2]), match[3]
    if month > 12 and not day and FINANCIAL_YEAR.fullmatch(slashed := match[0].replace("-", "/")):
        return when(slashed)
    return one_day(year, month, int(day)) if day else one_month(year, month)


def slashed_day(match: re.Match[str]) -> When:
    """Day first, as in Britain."""
    return one_day(full_year(match[3]), int(match[2]), int(match[1]))


def date_in_words(match: re.Match[str]) -> When:
    month = MONTH_NUMBERS.get(match[2].lower())
    if month is None:
        raise ValueError(f"'{match[2]}' is not a month")
    return one_day(int(match[3]), month, int(match[1])) if match[1] else one_month(int(match[3]), month)


def financial_year(match: re.Match[str]) -> When:
    """April to March: `14/15` and `2014/15` are the same year."""
    start = full_year(match[1])
    if int(match[2]) % 100 != (start + 1) % 100:
        raise ValueError(f"a financial year runs to the next one: {start}/{(start + 1) % 100:02}")
    checked_year(start)
    return When(date(start, 4, 1), date(start + 1, 3, 31), f"{start}/{(start + 1) % 100:02}")


def calendar_year(match: re.Match[str]) -> When:
    year = checked_year(int(match[1]))
    return When(date(year, 1, 1), date(year, 12, 31), str(year))


def one_day(year: int, month: int, day: int) -> When:
    try:
        exact = date(checked_year(year), month, day)
    except ValueError:
        raise ValueError(f"there is no day {day}/{month}/{year} (day/month/year)") from None
    return When(exact, exact, f"{day} {MONTHS[month - 1]} {year}")


def one_month(year: int, month: int) -> When:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    last = monthrange(checked_year(year), month)[1]
    return When(date(year, month, 1), date(year, month, last), f"{MONTHS[month - 1]} {year}")


def full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def checked_year(year: int) -> int:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"{year} is not a year this file can mean")
    return year


READERS = (
    (ISO, iso_date),
    (SLASHED_DAY, slashed_day),
    (WORDS, date_in_words),
    (FINANCIAL_YEAR, financial_year),
    (YEAR, calendar_year),
)

WhenField = Annotated[When, PlainValidator(when)]
