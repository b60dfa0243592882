"""Published facts about the applicants, and figures of which two applicants state each other's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from eoi.frozen_value import FrozenValue
from eoi.reference import TRUE_UNTIL, Ccg, find_ccg_with_code
from eoi.reference.names import find_ccg_with_name
from eoi.rounds.model import Round
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.prose.words import SMALL, WORD
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.quantities import Count
from eoi.submission.sums import measure_margin

# Words that the names of councils have in common.
OF_ANY_COUNCIL = SMALL | frozenset(
    WORD.findall("council borough city county district metropolitan unitary authority royal london local")
)


def list_coded(case: Case) -> Iterator[tuple[int, Applicant, Ccg]]:
    """Yield the applicants whose code is in the list, with their index and CCG."""
    for index, applicant in enumerate(case.submission.applicants):
        if applicant.code and (ccg := find_ccg_with_code(applicant.code)):
            yield index, applicant, ccg


@work_out_once
def list_comparable(case: Case) -> list[tuple[int, Applicant, Ccg]]:
    """Return the applicants with their published CCG, unless their name is another CCG's.

    The writer then has to settle first which of the two is right.
    """
    return [
        (index, applicant, ccg)
        for index, applicant in enumerate(case.submission.applicants)
        if (ccg := find_ccg(applicant)) and find_ccg_with_name(applicant.name) in (None, ccg)
    ]


def find_ccg(applicant: Applicant) -> Ccg | None:
    """Return the published CCG of an applicant, by its code or else by its name, or None."""
    return find_ccg_with_code(applicant.code) if applicant.code else find_ccg_with_name(applicant.name)


def find_naming_field(index: int, applicant: Applicant, ccg: Ccg) -> tuple[Path, str]:
    """Return the path and a label of the field that says which CCG this is."""
    by = "code" if applicant.code else "name"
    return ("applicants", index, by), f"the {by} of {ccg.name}"


def is_of_its_time(round_: Round) -> bool:
    """Tell whether the list was still true when the round closed."""
    return round_.dated.last <= TRUE_UNTIL


def is_far(stated: Count, published: int, allowed: Decimal) -> bool:
    """Tell whether a figure differs from the published one by more than is allowed, however it is rounded."""
    return abs(stated.amount - published) > allowed + measure_margin(stated)


def describe_difference(stated: Count, published: int) -> str:
    """Return a difference in words, such as `19% more`, or `2.5 times as many` if it is large."""
    if stated.amount >= 2 * published:
        return f"{stated.amount / published:.1f} times as many"
    share = abs(stated.amount - published) * 100 / published
    return f"{share:.0f}% {'more' if stated.amount > published else 'fewer'}"


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
        for index, who, ccg in (list_comparable(case) if case.is_joint else ())
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
