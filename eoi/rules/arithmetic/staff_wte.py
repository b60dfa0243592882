"""Whole-time equivalents against the number of people."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.problems import is_said_in_notes, name_notes
from eoi.submission.quantities import Number

MOST_PEOPLE_PER_WTE = 3


VACANT = WordList("vacant|vacancy|vacancies|unfilled|not filled|empty post|empty posts")


def check(case: Case) -> Iterator[Problem]:
    for path, staff in case.list_values("applicants[].staff"):
        if staff.headcount and staff.wte and find_least(staff.wte) > count_people(staff.headcount):
            if is_said_in_notes(case, path, VACANT):
                continue
            yield Problem(
                (*path, "wte"),
                f"{staff.wte} whole-time equivalents are more than the {staff.headcount} people employed.",
                help="Check whether the two were swapped; if vacant posts are counted, say so in "
                f"{name_notes(path)}.",
                other=((*path, "headcount"), "the people employed"),
            )
        elif (
            staff.headcount
            and staff.wte
            and MOST_PEOPLE_PER_WTE * find_most(staff.wte) < find_least(staff.headcount)
        ):
            yield Problem(
                (*path, "wte"),
                f"{staff.wte} whole-time equivalents are very few for {staff.headcount} people employed.",
                help="Check both numbers, and the decimal point.",
                other=((*path, "headcount"), "the people employed"),
                severity=Severity.ADVICE,
            )


def count_people(headcount: Number) -> Decimal:
    """Return the most people that a headcount can mean.

    A whole number such as 43 is exact, unless it was rounded or "about" is before it.
    """
    exact = headcount.step <= 1 and not headcount.approximate
    return headcount.amount if exact else find_most(headcount)


RULE = Rule(
    summary="Staff are not fewer than their whole-time equivalents",
    why="One person is at most one whole-time equivalent (WTE). More WTE than people means that the "
    "two were swapped, or that vacant posts are counted in one and not in the other.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: 34 WTE, 43 people",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    staff: {headcount: 34, wte: 43}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    staff: {headcount: 43, wte: 34}
""",
)
