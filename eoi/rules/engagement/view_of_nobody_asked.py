"""Stakeholders who were not asked, and whose view is given with a day that is past."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    submission, engagement = case.submission, case.submission.engagement
    last = (submission.submitted or case.round.dated).last
    for index, one in enumerate(engagement.stakeholders if engagement else ()):
        if one.consulted in ("no", False) and one.has_answered and one.date and one.date.last <= last:
            path = ("engagement", "stakeholders", index)
            yield Problem(
                (*path, "consulted"),
                f"{one.name} was not asked, but gave a view {one.date.dated}.",
                help="Write `consulted: yes`, or delete the date if the view is known from elsewhere.",
                other=((*path, "date"), "the date"),
            )


RULE = Rule(
    summary="Who gave a view on a day was asked",
    why="The document lists who was not asked. A body that was heard on a day and stands in that list makes "
    "a reader doubt the rest.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("engagement.stakeholders[].consulted",),
    fails="""
engagement:
  stakeholders:
    - {name: LMC, consulted: no, date: 3 June 2014, view: Supports the proposal}
""",
    passes="""
engagement:
  stakeholders:
    - {name: LMC, consulted: yes, date: 3 June 2014, view: Supports the proposal}
    - {name: Healthwatch, consulted: no, view: Said in 2013 that it would welcome joint commissioning}
    - {name: The council, consulted: no, date: 3 June 2030}
""",
)
