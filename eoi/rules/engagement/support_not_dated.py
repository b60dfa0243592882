"""Bodies that considered the proposal on a day that is not given."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    for index, support in enumerate(case.submission.support):
        if support.has_answered and not support.date:
            yield Problem(
                ("support", index),
                "This does not say when the body considered the proposal.",
                help="Add `date`: the day of the meeting, or its month.",
                several=Several(
                    "{number} bodies do not say when they considered the proposal: {items}.",
                    support.body or "a body without a name",
                    "Add `date` to each: the day of the meeting, or its month.",
                ),
            )


RULE = Rule(
    summary="The support of each body has a date",
    why="With the date an assessor finds the minutes, and sees whether the body knew this version.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="BaNES names the month of each meeting; Southampton's and Bromley's minutes are undated",
    needs=("support[]",),
    fails="""
support:
  - {body: Health and Wellbeing Board, resolution: The Board supports the proposal.}
""",
    passes="""
support:
  - {body: Health and Wellbeing Board, date: 2014-06, resolution: The Board supports the proposal.}
  - {body: Overview and Scrutiny Committee}
""",
)
