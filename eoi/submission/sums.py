"""Totals added up again, the rows that they add up, and how far rounding alone can make a total differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Money, Quantity, parse_written

# Words for a line that adds up others. "Total triage" and the like are kinds of work, not sums.
SUM = Expression(
    r"(?:(?:grand|overall|running|net|gross|sub)[\s-]*)?totals?\b(?!\s+(?:triage|quality|purchasing|"
    r"access|care\b))"
    r"|.*\b(?:sub[\s-]?)?totals?\W*$"
    r"|(?:sum|all (?:the )?(?:lines|posts|items|costs)|overall|in all|altogether)\W*$"
    r"|sum (?:of|total)\b",
    re.IGNORECASE,
    words="total|sum|all|altogether",
)
SUM_OF_SOME = Expression(r"sub[\s-]*(?:total|sum)", re.IGNORECASE)


class Sum(FrozenValue):
    """A computed sum with the stated total.

    `computed` is exact for the figures as stated. `tolerance` is by how much rounding alone can make it
    differ from the stated total. `finest` is the most precise figure, and `computed` is written in its form.
    """

    computed: Money
    stated: Money | None
    tolerance: Decimal
    finest: Money

    @property
    def difference(self) -> Decimal:
        """The stated total minus the sum; 0 if no total is stated."""
        return self.stated.amount - self.computed.amount if self.stated else Decimal(0)

    @property
    def gap(self) -> Money:
        """The difference as a positive amount, in the form of the more precise figure or in whole pounds.

        It is in pounds if it is below one of the figure's unit. A million or more is in thousands only beside
        figures in whole thousands.
        """
        finer = min(self.finest, self.stated or self.finest, key=lambda figure: figure.step)
        written = write_like(abs(self.difference), finer)
        steps = {figure.step for figure in (self.finest, self.stated) if figure}
        is_long = written.amount >= 1_000_000 and steps != {1_000} and written.written.endswith("k")
        if not written.written.startswith("£0.") and not is_long:
            return written
        return Money(f"£{written.amount.normalize():,f}", written.amount, written.step)

    @property
    def falls_short(self) -> bool:
        return self.difference > 0

    @property
    def agrees(self) -> bool:
        return self.difference == 0

    @property
    def matches(self) -> bool:
        """Tell whether the stated total is the sum, or a round figure such as £23.1m that it rounds to."""
        if self.agrees or self.stated is None:
            return self.agrees
        return self.stated.step > self.computed.step and abs(self.difference) <= self.stated.step / 2

    @property
    def explained_by_rounding(self) -> bool:
        return abs(self.difference) <= self.tolerance


def compute_total(parts: Iterable[Money | None], stated: Money | None) -> Sum | None:
    """Add up `parts` and compare them with the `stated` total.

    Return None if a part is missing or there are no parts.
    """
    figures = tuple(parts)
    known = [part for part in figures if part is not None]
    if not known or len(known) < len(figures):
        return None
    margins = [measure_margin(figure) for figure in (*known, stated) if figure]
    finest = min(known, key=lambda part: part.step)
    computed = write_like(sum((part.amount for part in known), Decimal(0)), finest)
    return Sum(computed, stated, sum(margins, Decimal(0)), finest)


def names_a_sum(name: str | None) -> bool:
    """Tell whether a line with this name adds up others."""
    return bool(SUM.match(name or ""))


def names_a_sum_of_some(name: str | None) -> bool:
    """Tell whether a line with this name adds up only some of the others."""
    return bool(SUM_OF_SOME.search(name or ""))


def measure_margin(figure: Quantity) -> Decimal:
    """Return by how much the true figure can differ from the stated one.

    It is half a step, or a whole last digit for an approximate figure: ten for "about 40".
    """
    if not figure.approximate:
        return figure.step / 2
    return max(figure.step, measure_last_digit(figure.amount))


def measure_last_digit(amount: Decimal) -> Decimal:
    """Return the place value of the last digit other than 0: tens in 40, thousands in 35,000."""
    exponent = amount.normalize().as_tuple().exponent if amount else 0
    return Decimal(10) ** int(exponent)


def add(counts: Iterable[Quantity | None]) -> Decimal | None:
    """Return the sum of `counts`; return None if one of them is missing or there are none."""
    amounts = [count.amount if count else None for count in counts]
    return None if None in amounts or not amounts else sum((a for a in amounts if a is not None), Decimal(0))


def write_like(amount: Decimal, example: Money) -> Money:
    """Write an amount in the form of `example`: with its scale and as many decimals."""
    found = parse_written(example)
    digits = f"{abs(amount) / found.factor:,.{len(found.fraction)}f}"
    sign = "-" if amount < 0 else ""
    return Money(f"{sign}£{digits}{found.scale}", amount, found.step)


class TableRows(FrozenValue):
    """The rows of a table, counted from 0.

    `items` are those to add up, `sums` those that add up others, and `sums_of_some` those among them whose
    names say that they add up only some, such as "Subtotal".
    """

    items: tuple[int, ...]
    sums: tuple[int, ...]
    sums_of_some: frozenset[int]


def find_total_row(rows: TableRows) -> int | None:
    """Return the number of the row with the total of all others; return None if there is none.

    It is the last sum that has all other rows above it, or all below it.
    """
    items = rows.items
    whole = [
        index
        for index in rows.sums
        if index not in rows.sums_of_some and items and (index > items[-1] or index < items[0])
    ]
    return whole[-1] if whole else None


def list_possible_parts(rows: TableRows, index: int) -> tuple[tuple[int, ...], ...]:
    """Return the sets of rows that a sum can add up, the likelier first.

    They are all rows above it, or only those since a sum before it. For a sum at the top they are the rows
    below it.
    """
    above = tuple(item for item in rows.items if item < index)
    if not above:
        return (rows.items,) if rows.items else ()
    before = [other for other in reversed(rows.sums) if other < index]
    since = [tuple(item for item in above if item > other) for other in before]
    likelier = [above, *since] if index == find_total_row(rows) else [*since, above]
    return tuple(dict.fromkeys(parts for parts in likelier if parts))
