"""Five-year plans that have run out."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_older

YEARS = 5


def check(case: Case) -> Iterator[Problem]:
    for path, published in case.list_values("applicants[].strategy.published"):
        if is_older(published, YEARS, case):
            yield Problem(
                path,
                f"The five-year plan was published {published.dated}, "
                "over five years before this invitation.",
                help="Check the year, or name the plan that holds now.",
            )


RULE = Rule(
    summary="The five-year plan is still in force",
    why="Every proposal must sit inside the five-year plan. One that was published more than five years "
    "before has run out, or its year has a slip.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="Lantum (S3) and One East Midlands (S4): proposals must be consistent with the five-year plan; "
    "the first plans were due with the proposals of June 2014",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, strategy: {title: Our plan, published: 2004-06}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, strategy: {title: Our plan, published: 2014-06}}
""",
)
