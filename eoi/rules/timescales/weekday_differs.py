"""Dates with the name of another weekday than they are on."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.days import WEEKDAYS


def check(case: Case) -> Iterator[Problem]:
    for path, when in case.dates:
        weekday = WEEKDAYS[when.first.weekday()]
        if when.weekday and when.weekday != weekday:
            day = f"{when.first.day} {when.first:%B %Y}"
            yield Problem(
                path,
                f"{day} is a {weekday}, not a {when.weekday}.",
                help=f"Check the date, and write `{weekday} {day}` if it is right.",
            )


RULE = Rule(
    summary="A date falls on the weekday that stands beside it",
    why="Whoever puts a meeting in a diary goes by the weekday or by the date: where they differ, half of "
    "those invited come on another day.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself, and the calendar",
    fails="""
timescales:
  - {milestone: The board decides, date: Friday 12 June 2014}
""",
    passes="""
timescales:
  - {milestone: The board decides, date: Thursday 12 June 2014}
""",
)
