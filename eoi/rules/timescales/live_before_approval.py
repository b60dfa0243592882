"""Starts that are before anybody could have approved them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_deadline, find_start_of_round, is_before, list_new_starts


def check(case: Case) -> Iterator[Problem]:
    """Find a start before the deadline or, if that is not known, before the round's arrangements start.

    Earlier forms, and starts in earlier years, are left out: another round approved them.
    """
    earliest = find_deadline(case) or find_start_of_round(case)
    for path, when, form in list_new_starts(case) if earliest else ():
        if earliest and form == case.submission.form and is_before(when, earliest.when):
            yield Problem(
                path,
                f"The arrangement starts {when.dated}, before {earliest.words}.",
                help="Give a date after NHS England's approval, or call this a shadow form or a pilot.",
            )


RULE = Rule(
    summary="The arrangement starts after the deadline for proposals",
    why="The area team recommends and the NHS England Board approves, and neither can do so before proposals "
    "are in. In 2015 three months passed between the deadline and the start.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="One East Midlands, on the way to approval (S4); NHS England, on applications (S11)",
    forms=("joint", "delegated"),
    unless=("milestones-out-of-order", "phases-out-of-order"),
    needs=("arrangement.phases[]", "timescales[]"),
    fails="""
arrangement:
  phases:
    - {name: Joint committee, form: joint, start: 2014-04-01}
""",
    passes="""
arrangement:
  phases:
    - {name: Shadow form, form: joint, start: 2014-04-01}
    - {name: Joint committee, form: joint, start: 2015-04-01}
""",
)
