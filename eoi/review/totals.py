"""The sums over a round, in which no CCG and no version of a submission counts twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from eoi.review.submissions import ReviewedSubmission

OF_CCGS = frozenset({"people", "budget"})  # figures of each CCG; the others are of the submission


class RoundTotal(NamedTuple):
    """A sum, the submissions that it counts, and how many state the figure among how many that could.

    `each` names what is counted: CCGs or submissions.
    """

    value: Decimal
    counted: tuple[ReviewedSubmission, ...]
    stated: int
    among: int
    each: str


def is_standing(one: ReviewedSubmission) -> bool:
    """Tell whether a submission was neither withdrawn nor declined."""
    return not one.outcome.ended


def sort_latest_first(submissions: Iterable[ReviewedSubmission]) -> list[ReviewedSubmission]:
    """Return submissions with the one that was sent last before the others, and those without a date last.

    Those of one day keep their order.
    """
    return sorted(submissions, key=find_first_day, reverse=True)


def find_first_day(one: ReviewedSubmission) -> date:
    """Return the first day on which a submission can have been sent, or the first of all without a date."""
    return one.submitted.first if one.submitted else date.min


def find_total(submissions: Sequence[ReviewedSubmission], figure: str) -> RoundTotal:
    """Return the sum of a figure over the submissions that stand."""
    standing = sort_latest_first(filter(is_standing, submissions))
    return (
        sum_figure_of_ccgs(standing, figure)
        if figure in OF_CCGS
        else sum_figure_of_submissions(standing, figure)
    )


def sum_figure_of_ccgs(latest_first: Sequence[ReviewedSubmission], figure: str) -> RoundTotal:
    """Return the sum of a figure of CCGs. One that is in several submissions counts as in the latest."""
    found: dict[str, tuple[Decimal, ReviewedSubmission]] = {}
    every: set[str] = set()
    for one in latest_first:
        for ccg, figures in zip(one.ccgs, one.by_ccg, strict=True):
            every.add(ccg.key)
            if (value := getattr(figures, figure)) is not None:
                found.setdefault(ccg.key, (value, one))
    return add_total(list(found.values()), len(every), "CCG")


def sum_figure_of_submissions(latest_first: Sequence[ReviewedSubmission], figure: str) -> RoundTotal:
    """Return the sum of a figure of submissions. Of those by the same CCGs, the latest counts."""
    found: dict[frozenset[str], tuple[Decimal, ReviewedSubmission]] = {}
    every: set[frozenset[str]] = set()
    for one in latest_first:
        every.add(one.applying)
        if (value := getattr(one.figures, figure)) is not None:
            found.setdefault(one.applying, (value, one))
    return add_total(list(found.values()), len(every), "submission")


def add_total(found: Sequence[tuple[Decimal, ReviewedSubmission]], among: int, each: str) -> RoundTotal:
    """Return the sum of the values found, with their submissions in the order of the page."""
    counted = sorted({one.file: one for _, one in found}.values(), key=lambda one: (one.name, one.file))
    return RoundTotal(sum((value for value, _ in found), Decimal(0)), tuple(counted), len(found), among, each)
