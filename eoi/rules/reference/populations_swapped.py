"""Two applicants whose populations stand at each other's name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from eoi.findings import Severity
from eoi.reference import Ccg
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import comparable
from eoi.submission.applicant import Applicant
from eoi.submission.quantities import Count

NEAR = Decimal("0.05")


def check(case: Case) -> Iterator[Problem]:
    known = [(index, *pair) for index, who, ccg in comparable(case) if (pair := registered(who, ccg))]
    for (first, ours, our_ccg), (second, theirs, their_ccg) in combinations(known, 2):
        own = is_near(ours, our_ccg) or is_near(theirs, their_ccg)
        if not own and is_near(ours, their_ccg) and is_near(theirs, our_ccg):
            yield Problem(
                ("applicants", second, "population", "registered"),
                f"{theirs} is near the number published for {our_ccg.name}, and {ours} near that for "
                f"{their_ccg.name}.",
                help="The two numbers seem to have changed places: swap them.",
                other=(("applicants", first, "population", "registered"), "the other number"),
            )


def registered(applicant: Applicant, ccg: Ccg) -> tuple[Count, Ccg] | None:
    population = applicant.population
    return (population.registered, ccg) if population and population.registered else None


def is_near(stated: Count, ccg: Ccg) -> bool:
    return abs(stated.amount - ccg.registered_population) <= NEAR * ccg.registered_population


RULE = Rule(
    summary="No two applicants have each other's population",
    why="The figures of a joint bid are copied from several papers, and two of them can change places.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="registered populations of CCGs, October 2014",
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
