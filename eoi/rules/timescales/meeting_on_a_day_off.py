"""Meetings and decisions on a Sunday or a bank holiday, which are mostly slips in the day or the month."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.bank_holidays import find_bank_holiday
from eoi.source.nodes import Path
from eoi.source.paths import pattern_text

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


def check(case: Case) -> Iterator[Problem]:
    for path, when in case.dates:
        if when.is_day and pattern_text(path) in MEETINGS:
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
