"""Milestones dated before those listed above them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before


def check(case: Case) -> Iterator[Problem]:
    milestones = enumerate(case.submission.timescales)
    known = [(index, milestone.date) for index, milestone in milestones if milestone.date]
    for (earlier_index, first), (index, second) in pairwise(known):
        if is_before(second, first):
            yield Problem(
                ("timescales", index, "date"),
                f"This milestone is dated {second.within}, and one listed above it {first.within}.",
                help="Correct one of the two dates, or list the milestones in the order of their dates.",
                other=(("timescales", earlier_index, "date"), "the later one, listed first"),
            )


RULE = Rule(
    summary="The milestones are listed in the order of their dates",
    why="A reader takes the list for a plan. A date that falls is most often a year that was not changed.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="NHS England's own timetable printed January 2019 after December 2019 (S11)",
    needs=("timescales[]",),
    fails="""
timescales:
  - {milestone: Joint committee meets in shadow form, date: 2014-10}
  - {milestone: Joint committee takes effect, date: 2014-04-01}
""",
    passes="""
timescales:
  - {milestone: Joint committee meets in shadow form, date: 2014/15}
  - {milestone: Joint committee takes effect, date: 2015-04-01}
""",
)
