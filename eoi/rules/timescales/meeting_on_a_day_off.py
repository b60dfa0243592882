"""Meetings and decisions on a Sunday or a bank holiday, which are mostly slips in the day or the month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.nodes import Path
from eoi.source.paths import write_path_pattern

MEETINGS = frozenset(
    (
        "submitted",
        "applicants[].board_approved",
        "support[].date",
        "signatories[].date",
        "decision.date",
        "engagement.members.events[].date",
        "engagement.nhs_england[].date",
        "engagement.stakeholders[].date",
        "governance.conflicts_of_interest.cases[].date",
    )
)
SUNDAY = 6
MONDAY, SATURDAY = 0, 5


def check(case: Case) -> Iterator[Problem]:
    for path, when in case.dates:
        if when.is_day and write_path_pattern(path) in MEETINGS:
            day = "a Sunday" if when.first.weekday() == SUNDAY else find_bank_holiday(when.first)
            if day:
                yield report(path, str(when), day)


def report(path: Path, when: str, day: str) -> Problem:
    return Problem(
        path,
        f"{when} was {day}.",
        help="Check the day and the month; if it is right, leave it.",
        several=Several("{number} dates are Sundays or bank holidays: {items}.", f"{when} was {day}"),
    )


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


RULE = Rule(
    summary="Meetings are not on Sundays or bank holidays",
    why="Boards and NHS England meet on working days. Any other day is mostly a slip, and a reader who was "
    "at the meeting sees it at once.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="the calendar; that boards do not meet on such days is general knowledge",
    fails="""
engagement:
  nhs_england:
    - {date: 26 May 2014, event: A meeting with the Director of Primary Care}
""",
    passes="""
engagement:
  nhs_england:
    - {date: 27 May 2014, event: A meeting with the Director of Primary Care}
""",
    unless=("submitted-before-invitation", "submitted-late", "submitted-too-early"),
)
