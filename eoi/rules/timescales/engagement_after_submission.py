"""Engagement that the document reports, dated after the day on which it was handed in."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dating import dated, is_before, is_over, submission

PLACES = (
    "engagement.members.events[].date",
    "engagement.members.ballot.opened",
    "engagement.members.ballot.closed",
    "engagement.members.ballot.result_date",
    "engagement.stakeholders[].date",
    "engagement.nhs_england[].date",
)


def check(case: Case) -> Iterator[Problem]:
    handed_in = submission(case)
    if handed_in is None or is_over(case):
        return
    for pattern in PLACES:
        for path, when in case.given(pattern):
            if is_before(handed_in.when, when):
                yield Problem(
                    path,
                    f"This took place {dated(when)}, after {handed_in.words}.",
                    help="Correct one of the two dates, or describe what is still to come in `planned`, "
                    "`stakeholders_planned` or `nhs_england_notes`.",
                    other=handed_in.other,
                )


RULE = Rule(
    summary="Engagement that is reported took place before the submission",
    why="A submission can report only what has happened. A later date is a slip, or a plan told as if it "
    "were done.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: every meeting lies between the invitation and the deadline",
    fails="""
submitted: 2014-06-20
engagement:
  nhs_england:
    - {date: 2014-07-01, event: Meeting with the area team}
""",
    passes="""
submitted: 2014-06-20
engagement:
  nhs_england:
    - {date: June 2014, event: Meeting with the area team}
""",
)
