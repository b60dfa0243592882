"""Rounding: the range in which a figure can lie, and the difference that it explains in a total.

All results are exact: a message about a figure must not depend on how a machine divides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import ceil, floor

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.submission.quantities import Money, Quantity
from eoi.submission.resources import Budget
from eoi.submission.sums import Sum, measure_margin

ROUNDED = WordList("round|rounded|rounding|rounds")
MOST_TERMS = 8
SLIGHT = Decimal("0.001")


def find_least(figure: Quantity) -> Decimal:
    """Return the least value that a figure can stand for, given its rounding."""
    return figure.amount - measure_margin(figure)


def find_most(figure: Quantity) -> Decimal:
    """Return the greatest value that a figure can stand for, given its rounding."""
    return figure.amount + measure_margin(figure)


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


def list_notes(budget: Budget) -> list[str | None]:
    """Return the notes on a budget and its lines, which may mention rounding."""
    return [*(line.note for line in budget.lines), budget.management, budget.period]


def mention_rounding(notes: Iterable[str | None]) -> bool:
    """Tell whether any note mentions rounding."""
    return any(ROUNDED.is_in(note) for note in notes if note)


def is_excused(sum_: Sum, notes: Iterable[str | None]) -> bool:
    """Tell whether a note on rounding explains a difference of this size for so many figures."""
    return sum_.explained_by_rounding and mention_rounding(notes)


def weigh_sum(sum_: Sum, notes: Iterable[str | None] = ()) -> Severity | None:
    """Return a lower severity if rounding explains a wrong sum or a note nearly does, or else None.

    Published reports have such totals, but any other is wrong.
    """
    whole = sum_.stated or sum_.computed
    slight = is_slight(sum_.difference, whole.amount) and mention_rounding(notes)
    return Severity.ADVICE if sum_.explained_by_rounding or slight else None


def is_slight(difference: Decimal, whole: Decimal) -> bool:
    """Tell whether a difference is tiny compared with the whole."""
    return abs(difference) <= abs(whole) * SLIGHT


def show_working(sum_: Sum, parts: Sequence[Money], what: str) -> str:
    """Return words such as `£1k + £2k = £4k, a difference of £1k, more than rounding can explain`."""
    added = (
        f"the {len(parts)} {what}"
        if len(parts) > MOST_TERMS
        else " + ".join(map(str, parts)).replace("+ -", "- ")
    )
    can = "which rounding can explain" if sum_.explained_by_rounding else "more than rounding can explain"
    # One line alone needs no adding up.
    working = "" if added == str(sum_.computed) else f"{added} = {sum_.computed}, "
    return f"{working}a difference of {sum_.gap}, {can}"
