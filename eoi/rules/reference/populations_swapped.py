"""Pairs of applicants whose populations or numbers of practices have changed places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.reference import Ccg
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import list_comparable
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.quantities import Count


class PublishedFigure(FrozenValue):
    """A number that both the file and the published list state.

    A share of up to `near` is explained by their dates.
    """

    what: str
    field: Path
    near: Decimal
    stated: Callable[[Applicant], Count | None]
    published: Callable[[Ccg], int]


FIGURES = (
    PublishedFigure(
        "people",
        ("population", "registered"),
        Decimal("0.05"),
        lambda applicant: applicant.population.registered if applicant.population else None,
        lambda ccg: ccg.registered_population,
    ),
    PublishedFigure(
        "practices",
        ("practices",),
        Decimal("0.1"),
        lambda applicant: applicant.practices,
        lambda ccg: ccg.practices,
    ),
)


class StatedFigure(FrozenValue):
    """A number that one applicant states, with the published one for its CCG."""

    path: Path
    number: Count
    published: int
    near: Decimal
    ccg: Ccg

    @property
    def is_own(self) -> bool:
        return self.is_of(self)

    def is_of(self, other: StatedFigure) -> bool:
        return abs(self.number.amount - other.published) <= self.near * other.published


def check(case: Case) -> Iterator[Problem]:
    for figure in FIGURES:
        known = [
            one
            for index, who, ccg in list_comparable(case)
            if (one := read_stated_figure(index, who, ccg, figure))
        ]
        for first, second in combinations(known, 2):
            if not (first.is_own or second.is_own) and first.is_of(second) and second.is_of(first):
                yield Problem(
                    second.path,
                    f"{second.number} is near the {figure.what} published for {first.ccg.name}, and "
                    f"{first.number} near that for {second.ccg.name}.",
                    help="The two numbers seem to have changed places: swap them.",
                    other=(first.path, "the other number"),
                )


def read_stated_figure(
    index: int, applicant: Applicant, ccg: Ccg, figure: PublishedFigure
) -> StatedFigure | None:
    """Return the figure of an applicant beside the published one, or None if it states none."""
    count = figure.stated(applicant)
    at: Path = ("applicants", index, *figure.field)
    return StatedFigure(at, count, figure.published(ccg), figure.near, ccg) if count else None


RULE = Rule(
    summary="No two applicants have each other's population or practices",
    why="The figures of a joint bid are copied from several papers, and two of them can change places.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="registered populations and practices of CCGs, October 2014",
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
