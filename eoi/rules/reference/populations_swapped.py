"""Pairs of applicants whose populations or numbers of practices have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import FIGURES, list_swapped


def check(case: Case) -> Iterator[Problem]:
    for figure in FIGURES:
        for first, second in list_swapped(case, figure):
            yield Problem(
                second.path,
                f"{second.number} is near the {figure.what} published for {first.ccg.name}, and "
                f"{first.number} near that for {second.ccg.name}.",
                help="The two numbers seem to have changed places: swap them.",
                other=(first.path, "the other number"),
            )


RULE = Rule(
    summary="No two applicants have each other's population or practices",
    why="The figures of a joint bid are copied from several papers, and two of them can change places.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="registered populations and practices of CCGs, October 2014",
    needs=("co_applicants[]",),
    fails="""
applicants:
  - {name: NHS Bromley CCG, code: 07Q, population: {registered: 200000}}
  - {name: NHS Bath and North East Somerset CCG, code: 11E, population: {registered: 334000}}
""",
    passes="""
applicants:
  - {name: NHS Bromley CCG, code: 07Q, population: {registered: 334000}}
  - {name: NHS Bath and North East Somerset CCG, code: 11E, population: {registered: 200000}}
""",
)
