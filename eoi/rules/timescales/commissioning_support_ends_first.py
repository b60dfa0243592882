"""Commissioning support that ends before the arrangement starts."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.submission.proposal import starts


def check(case: Case) -> Iterator[Problem]:
    path, start, _ = min(starts(case.submission), key=lambda found: found[1].first, default=(None, None, ""))
    if path is None or start is None:
        return
    for index, applicant in enumerate(case.submission.applicants):
        end = applicant.commissioning_support.end if applicant.commissioning_support else None
        if end and is_before(end, start):
            yield Problem(
                ("applicants", index, "commissioning_support", "end"),
                f"Commissioning support ends {end.dated}, before the arrangement starts {start.dated}.",
                help="Say in `background.structure` who will do this work from then on.",
                other=(path, "starts"),
                several=Several(
                    "The commissioning support of {number} CCGs ends before the arrangement starts "
                    f"{start.dated}: {{items}}.",
                    f"{applicant.known_as} ({end})",
                ),
            )


RULE = Rule(
    summary="Commissioning support lasts until the arrangement starts",
    why="Co-commissioning adds work. An assessor asks who will do it once the present agreement has run out.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="BaNES: its agreement to March 2016 outlasts the start in April 2015",
    forms=("joint", "delegated"),
    needs=("arrangement.phases[]", "timescales[]"),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, commissioning_support: {provider: A support unit, end: 2014-09}}
timescales:
  - {milestone: Joint committee takes effect, date: 2015-04-01}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, commissioning_support: {provider: A support unit, end: 2016-03}}
timescales:
  - {milestone: Joint committee takes effect, date: 2015-04-01}
""",
)
