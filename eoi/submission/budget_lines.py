"""The lines of a budget as columns of figures, with the sums among the lines and their correct values.

Rules and documents both use these, so that they always have the same totals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget, BudgetLine, Convention
from eoi.submission.sums import (
    Sum,
    TableRows,
    compute_total,
    find_total_row,
    list_possible_parts,
    measure_margin,
    names_a_sum_of_some,
)

Lines = Sequence[BudgetLine]
OF_WHICH = Expression(r"(?:of which|memo(?:randum)?)\b", re.IGNORECASE)


class Column(FrozenValue):
    """A column of figures.

    `fields` names the fields that can hold its figure, since plan and budget are the same.
    """

    heading: str
    fields: tuple[str, ...]

    def field(self, line: BudgetLine) -> str:
        """Return the name of the field that holds the figure of a line."""
        return next((name for name in self.fields if getattr(line, name)), self.fields[0])

    def figure(self, line: BudgetLine) -> Money | None:
        """Return the figure of a line in this column."""
        found: Money | None = getattr(line, self.field(line))
        return found


class StatedSum(FrozenValue):
    """A line that adds up others, in one column.

    `item` is its number, and `parts` are the numbers of the lines that it adds, all counted from 0.
    """

    item: int
    column: Column
    parts: tuple[int, ...]
    sum: Sum


def find_columns(lines: Lines) -> tuple[Column, ...]:
    """Return the columns that hold any figures, in the order of a finance report."""
    every = [*find_plan_columns(lines)]
    every += [Column(name.capitalize(), (name,)) for name in ("forecast", "actual", "variance")]
    return tuple(column for column in every if any(column.figure(line) for line in lines))


def find_plan_columns(lines: Lines) -> tuple[Column, ...]:
    """Return one column for plan and budget, or two columns if a line has both."""
    if any(line.plan and line.budget for line in lines):
        return Column("Plan", ("plan",)), Column("Budget", ("budget",))
    only_plan = not any(line.budget for line in lines)
    return (Column("Plan" if only_plan else "Budget", ("budget", "plan")),)


def find_plan_column(lines: Lines) -> Column | None:
    """Return the column whose total is the envelope; return None if no line has a plan or a budget."""
    return next((column for column in reversed(find_columns(lines)) if "budget" in column.fields), None)


def find_items(lines: Lines) -> tuple[int, ...]:
    """Return the numbers of the lines to add up.

    Lines that are sums, or parts of others ("of which"), are left out.
    """
    return tuple(
        index for index, line in enumerate(lines) if not line.is_sum and not OF_WHICH.match(line.line or "")
    )


def read_line_rows(lines: Lines) -> TableRows:
    """Tell the lines that add up others from those to add up."""
    sums = tuple(index for index, line in enumerate(lines) if line.is_sum)
    some = frozenset(index for index in sums if names_a_sum_of_some(lines[index].line))
    return TableRows(find_items(lines), sums, some)


def find_grand_total(lines: Lines) -> int | None:
    """Return the number of the line with the total of all others; return None if there is none."""
    return find_total_row(read_line_rows(lines))


def find_stated_sums(lines: Lines) -> Iterator[StatedSum]:
    """Yield each stated sum in each of its columns, compared with the lines that it adds up."""
    for index, line in enumerate(lines):
        for column in find_columns(lines) if line.is_sum else ():
            if found := find_stated_sum(lines, index, column):
                yield found


def find_stated_sum(lines: Lines, index: int, column: Column) -> StatedSum | None:
    """Compare a stated sum with the lines that it can add up; return None if a figure is missing.

    Lines whose sum differs only by rounding are preferred.
    """
    stated = column.figure(lines[index])
    found = [
        StatedSum(index, column, parts, sum_)
        for parts in list_possible_parts(read_line_rows(lines), index)
        if stated and (sum_ := compute_total([column.figure(lines[part]) for part in parts], stated))
    ]
    return next((one for one in found if one.sum.explained_by_rounding), found[0] if found else None)


def compute_sums(lines: Lines) -> dict[Column, Sum]:
    """Return the sum of all the lines for each column in which every line has a figure."""
    every = find_items(lines)
    stated = find_grand_total(lines)
    found = {}
    for column in find_columns(lines):
        given = column.figure(lines[stated]) if stated is not None else None
        if sum_ := compute_total([column.figure(lines[index]) for index in every], given):
            found[column] = sum_
    return found


def find_convention(budget: Budget) -> Convention | None:
    """Return which way round variances are subtracted, as stated or as all figures agree; None if unclear."""
    if budget.variance_is:
        return budget.variance_is
    ways = {way for line in budget.lines if len(fits := find_ways_round(line)) == 1 for way in fits}
    return ways.pop() if len(ways) == 1 else None


def find_ways_round(line: BudgetLine) -> set[Convention]:
    """Return the ways of subtracting that give the stated variance of a line.

    They are `actual - budget` and the reverse. Both are returned if the variance is too small to tell them
    apart, and neither if a figure is missing.
    """
    compared = find_comparison(line)
    if not compared:
        return set()
    budget, actual, variance = compared
    over = actual.amount - budget.amount
    room = measure_margin(budget) + measure_margin(actual) + measure_margin(variance)
    differences: tuple[tuple[Convention, object], ...] = (
        ("actual - budget", abs(over - variance.amount) <= room),
        ("budget - actual", abs(over + variance.amount) <= room),
    )
    return {way for way, fits in differences if fits}


def find_comparison(line: BudgetLine) -> tuple[Money, Money, Money] | None:
    """Return the plan, the spending or forecast, and the variance of a line; None if one is missing."""
    budget, actual = line.budget or line.plan, line.actual or line.forecast
    return (budget, actual, line.variance) if budget and actual and line.variance else None
