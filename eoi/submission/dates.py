"""Dates as precise as people state them: a day, a month, a year, a season, or a period."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from eoi.expressions import Expression
from eoi.plain_words import find_nearest_word
from eoi.submission import Kind, quote
from eoi.submission.days import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS,
    WEEKDAYS,
    DateRange,
    complete_year,
    make_day,
    make_financial_year,
    make_month,
    make_year,
)
from eoi.submission.figures import read_figure

__all__ = ["DATE", "EARLIEST_YEAR", "LATEST_YEAR", "MONTHS", "WEEKDAYS", "DateRange", "read_when"]

MONTH_NUMBERS = {
    name[:length].lower(): index + 1 for index, name in enumerate(MONTHS) for length in (3, 4, len(name))
}
MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
LONGEST = 60
QUARTER = Expression(r"(?:q|quarter )([1-4])(?: of)? (\d{4})")
NO_YEAR = Expression(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?")


def read_when(value: str) -> DateRange:
    """Read a date as it was typed; raise `ValueError` with advice if it cannot be read."""
    typed = read_figure(value)
    words = normalise_date(typed)
    if found := parse_date(words):
        return found
    if NO_YEAR.fullmatch(words):
        raise ValueError(f"write a date with its year, such as 20 June 2014 or June 2014, not {quote(typed)}")
    if match := QUARTER.fullmatch(words):
        year = make_financial_year(int(match[2]), str(int(match[2]) + 1))
        raise ValueError(
            f"write a quarter with its financial year, such as Q{match[1]} {year}, not {quote(typed)}"
        )
    raise ValueError(
        "write a date such as 2014-06-20, 20 June 2014, June 2014, autumn 2014, 2014/15 or 2014, "
        f"not {quote(typed)}"
    )


def normalise_date(typed: str) -> str:
    """Return a date in small letters with plain hyphens and apostrophes, and without a final full stop."""
    words = re.sub("[\u2010-\u2015\u2212]", "-", typed[: LONGEST * 2]).replace("\u2019", "'").lower()
    return re.sub(r"^(?:in|on|during) ", "", words).rstrip(".")


def parse_date(words: str) -> DateRange | None:
    """Return the date that words mean; return None if they are no date."""
    if len(words) > LONGEST:
        return None
    for pattern, read in compile_readers():
        if match := pattern.fullmatch(words):
            return read(match)
    from eoi.submission.rough_dates import compile_rough_readers  # late: few dates are rough

    for pattern, read_rough in compile_rough_readers():
        if (match := pattern.fullmatch(words)) and (found := read_rough(match, parse_date)):
            return found
    if match := MISSPELT.fullmatch(words):
        raise refuse_month(match[1])
    return None


def read_iso_date(match: re.Match[str]) -> DateRange:
    """Read `2014-06-20` and `2014-06`. `2014-15` has no month 15, so it is a financial year."""
    year, month, day = int(match[1]), int(match[2]), match[3]
    if day:
        return make_day(year, month, int(day))
    if month > 12 and month == (year + 1) % 100:
        return make_financial_year(year, match[2])
    return make_month(year, month)


def read_day_in_figures(match: re.Match[str]) -> DateRange:
    """Read a day in figures, with the day before the month as in Britain."""
    if int(match[3]) > 12:
        raise ValueError(f"there is no month {match[3]}: the day comes first, then the month")
    return make_day(complete_year(match[4]), int(match[3]), int(match[1]))


def read_month_in_figures(match: re.Match[str]) -> DateRange:
    """Read a month in figures: `06/2014`."""
    return make_month(int(match[2]), int(match[1]))


def read_day_in_words(match: re.Match[str]) -> DateRange:
    """Read a day with its month in words: `20 June 2014`."""
    return make_day(complete_year(match[3]), MONTH_NUMBERS[match[2]], int(match[1]))


def read_american_day(match: re.Match[str]) -> DateRange:
    """Read a day behind its month: `June 20, 2014`."""
    return make_day(complete_year(match[3]), MONTH_NUMBERS[match[1]], int(match[2]))


def read_month_in_words(match: re.Match[str]) -> DateRange:
    """Read a month in words: `June 2014`, `Jun-14`."""
    return make_month(complete_year((match[2] or match[3]).strip("'")), MONTH_NUMBERS[match[1]])


def refuse_month(word: str) -> ValueError:
    """Return the error for a word that is no month, with the month that it seems to mean."""
    near = find_nearest_word(word.capitalize(), MONTHS)
    hint = f" (did you mean {near}?)" if near else ""
    return ValueError(f"'{word.capitalize()}' is not a month{hint}")


def read_financial_year(match: re.Match[str]) -> DateRange:
    """Read a year from April to March: `2014/15`. Refuse `9/14`: it is a month of a year to most."""
    start, end = match[1], match[2]
    follows = len(start) > 1 and int(end) % 100 == int(start) + 1
    if len(start) <= 2 and 1 <= int(start) <= 12 and not follows:
        raise ValueError(
            "write a month in words, with its year in full, such as "
            f"{MONTHS[int(start) - 1]} {complete_year(end)}, not {quote(f'{start}/{end}')}"
        )
    return make_financial_year(complete_year(start), end)


def read_calendar_year(match: re.Match[str]) -> DateRange:
    """Read a calendar year: `2014`."""
    return make_year(int(match[1]))


DAY, YEAR = r"(\d{1,2})(?:st|nd|rd|th)?", r"'?(\d{4}|\d{2})"
PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], DateRange]], ...] = (
    (r"(\d{4})-(\d{2})(?:-(\d{2}))?", read_iso_date),
    (r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", read_day_in_figures),
    (rf"{DAY}(?: of |[ -])({MONTH})[.,]?[ -]{YEAR}", read_day_in_words),
    (rf"({MONTH})\.? {DAY},? (\d{{4}})", read_american_day),
    # "Oct 14" is a month of 2014, but "June 20" could be a day.
    (rf"({MONTH})(?:[.,]? (?:of )?(\d{{4}}|'\d\d|1\d)|[-/](\d{{4}}|\d\d))", read_month_in_words),
    (r"(0?[1-9]|1[0-2])/(\d{4})", read_month_in_figures),
    (r"(?:(?:fy|f/y|financial year) ?)?(\d{4}|\d{1,2})/(\d{4}|\d{2})", read_financial_year),
    (r"(?:fy|f/y|financial year) ?(\d{4}|\d{2})-(\d{4}|\d{2})", read_financial_year),
    (r"(\d{4})", read_calendar_year),
)
MISSPELT = Expression(r"(?:\d{1,2}(?:st|nd|rd|th)? )?([a-z]{3,9}) \d{4}", re.ASCII)


@cache
def compile_readers() -> tuple[tuple[Expression, Callable[[re.Match[str]], DateRange]], ...]:
    """Compile the patterns when the first date is read."""
    months = "|".join(sorted({name[:3].lower() for name in MONTHS}))
    return tuple(
        (Expression(pattern, re.ASCII, months if MONTH in pattern else ""), read)
        for pattern, read in PATTERNS
    )


DATE = Kind("DateRange", read_when)
