"""A joint committee of CCGs and NHS England before the law allowed one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.nodes import Path
from eoi.submission.dates import When

IN_FORCE = date(2014, 10, 1)
JOINT_COMMITTEE = Expression(r"\bjoint\b.{0,40}\bcommittees?\b", re.IGNORECASE)
REHEARSAL = Expression(
    r"\b(?:shadow|pilot|informal|prepar\w+|plan\w*|propos\w+|develop\w*|draft\w*)\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Problem]:
    for path, words, when in starts(case):
        if JOINT_COMMITTEE.search(words) and not REHEARSAL.search(words) and when.last < IN_FORCE:
            yield Problem(
                path,
                "A joint committee of CCGs and NHS England was not lawful before 1 October 2014. This is "
                f"dated {when}.",
                help="Correct the date, or call it a shadow committee, or committees in common, until then.",
            )


def starts(case: Case) -> Iterator[tuple[Path, str, When]]:
    for index, milestone in enumerate(case.submission.timescales):
        if milestone.date:
            yield ("timescales", index, "date"), milestone.milestone or "", milestone.date
    arrangement = case.submission.arrangement
    for index, phase in enumerate(arrangement.phases if arrangement else ()):
        if phase.start:
            path = ("arrangement", "phases", index, "start")
            yield path, f"{phase.name or ''} {phase.description or ''}", phase.start


RULE = Rule(
    summary="No joint committee starts before 1 October 2014",
    why="Until the Legislative Reform Order of that day, a CCG could not form a joint committee with NHS "
    "England. What it had decided would not have been binding.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="Legislative Reform (Clinical Commissioning Groups) Order 2014 (S7 for the day it came in force, "
    "S45 for its number, 2014/2436)",
    forms=("joint", "delegated"),
    fails="""
timescales:
  - {milestone: The joint committee takes its first decisions, date: September 2014}
""",
    passes="""
timescales:
  - {milestone: A shadow joint committee meets, date: September 2014}
  - {milestone: The joint committee takes its first decisions, date: 2014/15}
""",
)
