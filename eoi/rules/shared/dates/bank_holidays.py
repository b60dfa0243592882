"""The yearly bank holidays of England and Wales, by the Act of 1971 and by proclamations.

Single holidays, such as those of 2011, 2012 and 2022, are left out.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

MONDAY, SATURDAY = 0, 5


def find_bank_holiday(day: date) -> str:
    """Return the name of the bank holiday on a day, or an empty text if there is none."""
    return list_holidays(day.year).get(day, "")


@lru_cache(maxsize=8)
def list_holidays(year: int) -> dict[date, str]:
    """Return the bank holidays of a year with their names."""
    easter = find_easter_sunday(year)
    christmas = find_working_day(date(year, 12, 25))
    boxing = date(year, 12, 26)
    boxing = find_working_day(boxing) if find_working_day(boxing) != christmas else christmas + timedelta(1)
    return {
        find_working_day(date(year, 1, 1)): "New Year's Day (a bank holiday)",
        easter - timedelta(2): "Good Friday",
        easter + timedelta(1): "Easter Monday",
        find_first_monday(date(year, 5, 1)): "the early May bank holiday",
        find_last_monday(date(year, 5, 31)): "the spring bank holiday",
        find_last_monday(date(year, 8, 31)): "the summer bank holiday",
        christmas: "Christmas Day (a bank holiday)",
        boxing: "Boxing Day (a bank holiday)",
    }


def find_working_day(day: date) -> date:
    """Return the day itself, or the next Monday if it is at a weekend."""
    return day + timedelta(7 - day.weekday()) if day.weekday() >= SATURDAY else day


def find_first_monday(start: date) -> date:
    """Return the first Monday from a day on."""
    return start + timedelta(-start.weekday() % 7)


def find_last_monday(end: date) -> date:
    """Return the last Monday up to a day."""
    return end - timedelta(end.weekday() - MONDAY)


def find_easter_sunday(year: int) -> date:
    """Calculate Easter by the algorithm of Butcher and Meeus for the Gregorian calendar."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - correct_for_moon(century) + 15) % 30
    quarter, of_quarter = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - of_quarter) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def correct_for_moon(century: int) -> int:
    """Return the correction of the moon's age for a century, as the algorithm for Easter has it."""
    return (century - (century + 8) // 25 + 1) // 3
