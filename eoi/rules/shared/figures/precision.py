"""The range in which a figure can lie, and the whole numbers that it can stand for.

All results are exact: a message about a figure must not depend on how a machine divides.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor

from eoi.submission.quantities import Quantity
from eoi.submission.sums import margin


def find_least(figure: Quantity) -> Decimal:
    """Return the least value that a figure can stand for, given its rounding."""
    return figure.amount - margin(figure)


def find_most(figure: Quantity) -> Decimal:
    """Return the greatest value that a figure can stand for, given its rounding."""
    return figure.amount + margin(figure)


def list_whole_numbers(figure: Quantity) -> range:
    """Return the whole numbers a figure can stand for: 42 alone for "42", 1,150 to 1,250 for "1.2k"."""
    return list_whole_numbers_between(find_least(figure), find_most(figure))


def list_whole_numbers_between(low: Decimal, high: Decimal) -> range:
    """Return the whole numbers from one bound to the other, without negative ones."""
    return range(max(ceil(low), 0), floor(high) + 1)


def list_whole_sums(figures: Iterable[Quantity]) -> range:
    """Return the whole numbers that some figures can add up to, just one if all figures are exact."""
    ranges = [list_whole_numbers(figure) for figure in figures]
    return range(sum(each[0] for each in ranges), sum(each[-1] for each in ranges) + 1)


def do_overlap(one: range, other: range) -> bool:
    """Tell whether two ranges have a number in common."""
    return one[0] <= other[-1] and other[0] <= one[-1]
