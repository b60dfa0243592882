"""How far a figure can lie from what is written, and which whole numbers it can stand for.

All of it is exact: what an officer is told of a figure must not depend on how a machine divides.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor

from eoi.submission.quantities import Quantity
from eoi.submission.sums import margin


def least(figure: Quantity) -> Decimal:
    return figure.amount - margin(figure)


def most(figure: Quantity) -> Decimal:
    return figure.amount + margin(figure)


def whole_numbers(figure: Quantity) -> range:
    """The whole numbers that a figure can stand for: 42 alone for "42", 1,150 to 1,250 for "1.2k"."""
    return whole_numbers_between(least(figure), most(figure))


def whole_numbers_between(low: Decimal, high: Decimal) -> range:
    return range(max(ceil(low), 0), floor(high) + 1)


def whole_sum(figures: Iterable[Quantity]) -> range:
    """The whole numbers that figures can add up to: one, where each is stated exactly."""
    ranges = [whole_numbers(figure) for figure in figures]
    return range(sum(each[0] for each in ranges), sum(each[-1] for each in ranges) + 1)


def overlap(one: range, other: range) -> bool:
    return one[0] <= other[-1] and other[0] <= one[-1]
