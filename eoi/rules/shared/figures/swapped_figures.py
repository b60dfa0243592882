"""Populations and numbers of practices of which two applicants seem to state each other's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from eoi.frozen_value import FrozenValue
from eoi.reference import Ccg
from eoi.rules.case import Case
from eoi.rules.shared.once import work_out_once
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


PEOPLE = PublishedFigure(
    "people",
    ("population", "registered"),
    Decimal("0.05"),
    lambda applicant: applicant.population.registered if applicant.population else None,
    lambda ccg: ccg.registered_population,
)
FIGURES = (
    PEOPLE,
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


def list_swapped(case: Case, figure: PublishedFigure) -> Iterator[tuple[StatedFigure, StatedFigure]]:
    """Yield the pairs of applicants of which each states the other's published figure."""
    known = [
        one
        for index, who, ccg in list_comparable(case)
        if (one := read_stated_figure(index, who, ccg, figure)) and not one.is_own
    ]
    for first, second in combinations(known, 2):
        if first.is_of(second) and second.is_of(first):
            yield first, second


def read_stated_figure(
    index: int, applicant: Applicant, ccg: Ccg, figure: PublishedFigure
) -> StatedFigure | None:
    """Return the figure of an applicant beside the published one, or None if it states none."""
    count = figure.stated(applicant)
    at: Path = ("applicants", index, *figure.field)
    return StatedFigure(at, count, figure.published(ccg), figure.near, ccg) if count else None


@work_out_once
def find_applicants_with_swapped_people(case: Case) -> frozenset[str | int]:
    """Return the indexes of the applicants that state each other's population."""
    return frozenset(one.path[1] for pair in list_swapped(case, PEOPLE) for one in pair)
