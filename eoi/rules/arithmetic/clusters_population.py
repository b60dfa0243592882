"""Clusters of practices and the people in each against the population."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most, list_whole_numbers
from eoi.submission.applicant import Population
from eoi.submission.quantities import Count, Range
from eoi.submission.sums import measure_last_digit


def check(case: Case) -> Iterator[Problem]:
    for path, clusters in case.list_values("applicants[].clusters"):
        people = list_populations(case.submission.applicants[int(path[1])].population)
        number, each = clusters.count, clusters.population
        if number and each and people and not any(can_hold(number, each, count) for count in people.values()):
            name, count = next(iter(people.items()))
            yield Problem(
                (*path, "population"),
                f"The number of {clusters.name} is {number}, with {each} people in each. That makes "
                f"{describe_clusters(number, each)} in all, but {count} are {name}.",
                help=f"Check how many {clusters.name} there are, and how many people are in each.",
                other=((*path[:2], "population", name), f"the {name} population"),
            )


def list_populations(population: Population | None) -> dict[str, Count]:
    """Return the stated populations by the name of their field.

    Some CCGs count registered people in their clusters, others count residents.
    """
    names = ("registered", "resident", "projected")
    return {name: count for name in names if population and (count := getattr(population, name))}


def can_hold(number: Count, each: Range, people: Count) -> bool:
    """Tell whether this number of clusters of this size can have this population."""
    numbers, (low, high) = list_whole_numbers(number), find_bounds(each)
    return numbers[0] * low <= find_most(people) and numbers[-1] * high >= find_least(people)


def find_bounds(each: Range) -> tuple[Decimal, Decimal]:
    """Return the fewest and the most people of a cluster.

    A single number is taken as an average that was rounded to its last digit.
    """
    slack = measure_last_digit(each.low.amount) / 2 if each.low == each.high else Decimal(0)
    return find_least(each.low) - slack, find_most(each.high) + slack


def describe_clusters(number: Count, each: Range) -> str:
    """Write how many people the clusters have in all."""
    low, high = (f"{number.amount * end.amount:,.0f}" for end in (each.low, each.high))
    return low if low == high else f"{low} to {high}"


RULE = Rule(
    summary="The clusters together have room for the population",
    why="How practices are grouped is how work will be shared. Groups that are too many or too few for "
    "the population have lost somebody, or count some people twice.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: five clusters of 30,000 to 50,000 for 197,040 people registered",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    population: {registered: 397040}
    clusters: {count: 5, population: 30000-50000}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    population: {registered: 197040}
    clusters: {count: 5, population: 30000-50000}
""",
)
