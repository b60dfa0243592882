"""Population figures that were counted years before the round."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reference import YEARS_IN_USE
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_older


def check(case: Case) -> Iterator[Problem]:
    for path, counted in case.list_values("applicants[].population.as_of"):
        if is_older(counted, YEARS_IN_USE, case):
            yield Problem(
                path,
                f"These people were counted {counted.dated}, over four years before the deadline.",
                help="Check the year, or give the latest published figures.",
            )


RULE = Rule(
    summary="The population figures are recent",
    why="An assessor compares the figures with the published ones. Lists are counted every quarter.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="registered populations of CCGs, October 2014; four years are this project's own limit",
    needs=("applicants[].population.as_of",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 101000, as_of: 2004-03-31}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 101000, as_of: 2014-03-31}}
""",
)
