"""Totals below the requested posts, and those of a figure of several applicants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eoi.document.templating.field_paths import read_known_path
from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Money, Quantity
from eoi.submission.resources import Resources, find_cost_of_all
from eoi.submission.sums import add, compute_total, measure_last_digit


class PostTotals(FrozenValue):
    """Totals of the posts.

    `stated` is a stated total that no row of the table shows. `computed` is the sum of the posts, or None if
    it is not shown. It is shown if no total is stated, or if the stated one differs by more than rounding
    explains. `is_rounded` tells that it differs by no more than that.
    """

    stated: Money | None
    computed: Money | None
    agrees: bool
    is_rounded: bool

    @property
    def is_computed_alone(self) -> bool:
        """Tell whether no total is stated, so that the computed one is the total."""
        return self.computed is not None and self.agrees


def compute_post_totals(resources: Resources) -> PostTotals:
    """Return the totals to print below the table of posts."""
    in_table = find_cost_of_all(resources.posts)
    stated = resources.total or in_table
    sum_ = compute_total([post.cost for post in resources.real_posts], stated)
    is_rounded = sum_ is not None and not sum_.agrees and sum_.explained_by_rounding
    agrees = sum_ is None or sum_.agrees or is_rounded
    return PostTotals(
        resources.total if resources.total and str(resources.total) != str(in_table) else None,
        sum_.computed if sum_ and (stated is None or not agrees) else None,
        agrees,
        is_rounded,
    )


def sum_of_applicants(parts: Iterable[object], path: str) -> str:
    """Return the total of a figure of several applicants; return an empty text if one of them lacks it."""
    read_known_path(f"applicants[0].{path}")
    figures = []
    for part in parts:
        value: Any = part
        for name in path.split("."):
            value = getattr(value, name, None)
        figures.append(value)
    about = "about " if any(figure and figure.approximate for figure in figures) else ""
    if any(isinstance(figure, Money) for figure in figures):
        whole = compute_total(figures, None)
        return f"{about}{whole.computed}" if whole else ""
    amount = add(figures)
    return "" if amount is None else f"{about}{amount:,.{count_decimals(figures)}f}"


def count_decimals(figures: Iterable[Quantity | None]) -> int:
    """Return the most decimals that a figure needs, so that 210.0 stands below 74.5 and 135.5."""
    return max([0, *(-measure_last_digit(one.amount).adjusted() for one in figures if one)])
