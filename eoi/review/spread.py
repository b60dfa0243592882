"""The spread of a figure over a round: its quartiles, and the submissions far outside them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from statistics import quantiles
from typing import NamedTuple

from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing

FEWEST = 8  # values; with fewer, quartiles have no meaning
FAR = Decimal("1.5")  # times the distance between the quartiles, as in box plots
NEAR = Decimal("0.05")  # of the middle value; nothing so near is far out, where most values are the same


class Spread(NamedTuple):
    """A figure of the submissions that state it, from the least to the most.

    If too few state it, `quartiles` is None and nothing is far out.
    """

    label: str
    unit: str
    values: tuple[tuple[Decimal, ReviewedSubmission], ...]
    quartiles: tuple[Decimal, Decimal, Decimal] | None
    far_out: tuple[tuple[Decimal, ReviewedSubmission], ...]


FIGURES = {
    "people": ("People served", ""),
    "budget_per_head": ("Budget a head", "£"),
    "envelope": ("Primary care budget", "£"),
    "asked_for": ("Money asked for", "£"),
    "asked_per_head": ("Money asked for a head", "£"),
    "share_of_running_costs": ("Money asked for as a share of running costs", "%"),
    "wte": ("Whole-time equivalents asked for", "WTE"),
}


def spread_figures(submissions: Iterable[ReviewedSubmission]) -> list[Spread]:
    """Return the spread of each figure that at least one submission states.

    Submissions that were withdrawn or declined are left out, as in the sums.
    """
    known = list(filter(is_standing, submissions))
    found = [spread_values(name, label, unit, known) for name, (label, unit) in FIGURES.items()]
    return [one for one in found if one.values]


def spread_values(name: str, label: str, unit: str, submissions: Iterable[ReviewedSubmission]) -> Spread:
    """Return the spread of one figure."""
    stated = ((getattr(one.figures, name), one) for one in submissions)
    values = sorted(((value, one) for value, one in stated if value is not None), key=lambda pair: pair[0])
    if len(values) < FEWEST:
        return Spread(label, unit, tuple(values), None, ())
    low, middle, high = quantiles([value for value, _ in values], n=4, method="inclusive")
    reach = max(FAR * (high - low), NEAR * abs(middle))
    far = tuple(pair for pair in values if not low - reach <= pair[0] <= high + reach)
    return Spread(label, unit, tuple(values), (low, middle, high), far)
