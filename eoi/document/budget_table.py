"""The budget as a reader sees it: its lines, a total for each column, and whether totals are rounded."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.frozen_value import FrozenValue
from eoi.submission.budget_lines import (
    Column,
    compute_sums,
    find_columns,
    find_convention,
    find_grand_total,
    find_items,
    find_plan_column,
    find_stated_sums,
)
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget
from eoi.submission.sums import Sum, total


class BudgetRow(FrozenValue):
    """A row of the budget.

    `at` is the number of its line in the file, counted from 0, or None for a row that the document adds.
    """

    name: str
    figures: tuple[Money | None, ...]
    note: str = ""
    is_sum: bool = False
    at: int | None = None


class BudgetTable(FrozenValue):
    """The budget as a table.

    `is_rounded` tells whether rounding explains why totals differ from their parts.
    """

    headings: tuple[str, ...]
    rows: tuple[BudgetRow, ...]
    is_rounded: bool


def budget_table(budget: Budget) -> BudgetTable:
    """Return the table of a budget, with the totals that the file leaves out."""
    headings = tuple(column.heading for column in find_columns(budget.lines))
    return BudgetTable(headings, (*budget_rows(budget), *compute_rows(budget)), is_rounded(budget))


def variance_note(budget: Budget) -> str:
    """Write whether a variance is actual minus budget or the reverse, in the words of the table's columns.

    The text is empty if the figures do not show it.
    """
    way, headings = find_convention(budget), [column.heading for column in find_columns(budget.lines)]
    spent = "forecast" if "Forecast" in headings and "Actual" not in headings else "actual"
    plan = "plan" if "Plan" in headings and "Budget" not in headings else "budget"
    if way is None:
        return ""
    if way == "actual - budget":
        return f"A variance is {spent} spending minus the {plan}: an overspend is positive."
    return f"A variance is the {plan} minus {spent} spending: an overspend is negative."


def budget_rows(budget: Budget) -> Iterator[BudgetRow]:
    """Yield a row for each line.

    The row of totals has computed sums in the columns without a stated total.
    """
    lines, whole = budget.lines, find_grand_total(budget.lines)
    computed = compute_sums(lines)
    for index, line in enumerate(lines):
        figures = [(column, column.figure(line)) for column in find_columns(lines)]
        if index == whole:
            figures = [(column, figure or sum_in(computed, column)) for column, figure in figures]
        name = line.line or ("Total" if line.is_sum else "")
        yield BudgetRow(name, tuple(figure for _, figure in figures), line.note or "", line.is_sum, index)


def sum_in(computed: dict[Column, Sum], column: Column) -> Money | None:
    """Return the sum of a column; return None if a line has no figure there."""
    return computed[column].computed if column in computed else None


def compute_rows(budget: Budget) -> Iterator[BudgetRow]:
    """Yield a computed row if it is needed.

    If no total is stated, it holds the total. Otherwise it holds only the sums that differ from the stated
    ones.
    """
    computed = compute_sums(budget.lines)
    stated = find_grand_total(budget.lines) is not None
    wanted = {column: sum_ for column, sum_ in computed.items() if not stated or not sum_.agrees}
    if wanted:
        name = "Sum of the lines" if stated else "Total"
        figures = tuple(sum_in(wanted, column) for column in find_columns(budget.lines))
        yield BudgetRow(name, figures, is_sum=not stated)


def is_rounded(budget: Budget) -> bool:
    """Tell whether some totals differ from the sums of their parts, and rounding explains each difference."""
    differing = [sum_ for sum_ in budget_sums(budget) if not sum_.matches]
    return bool(differing) and all(sum_.explained_by_rounding for sum_ in differing)


def budget_sums(budget: Budget) -> Iterator[Sum]:
    """Yield every stated total of a budget, with the sum of its parts."""
    yield from (stated.sum for stated in find_stated_sums(budget.lines))
    if column := find_plan_column(budget.lines):
        figures = [column.figure(budget.lines[index]) for index in find_items(budget.lines)]
        if sum_ := total(figures, budget.envelope):
            yield sum_
