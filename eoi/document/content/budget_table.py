"""The budget as a reader sees it: its lines, a total for each column, and whether totals are rounded."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.checklist import Checklist
from eoi.document.gaps.gap_marks import GapMarks
from eoi.frozen_value import FrozenValue
from eoi.submission.budget_lines import (
    Column,
    compute_sums,
    find_columns,
    find_convention,
    find_grand_total,
    find_plan_column,
    find_stated_sums,
)
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget, BudgetLine
from eoi.submission.sums import Sum

LINES = "arrangement.budget.lines"
ENVELOPE = "arrangement.budget.envelope"
NO_GAPS = GapMarks(Checklist((), frozenset()), final=False)
# A figure, the black box of one that is withheld, or nothing.
Shown = Money | str | None


class BudgetRow(FrozenValue):
    """A row of the budget.

    `at` is the number of its line in the file, counted from 0, or None for a row that the document adds.
    """

    name: str
    figures: tuple[Shown, ...]
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


def make_budget_table(budget: Budget, gaps: GapMarks = NO_GAPS) -> BudgetTable:
    """Return the table of a budget, with the totals that the file leaves out.

    `gaps` says what the public edition withholds. No total is computed from that, or in place of it.
    """
    headings = tuple(column.heading for column in find_columns(budget.lines))
    rows = (*make_budget_rows(budget, gaps), *compute_rows(budget, gaps))
    return BudgetTable(headings, rows, is_rounded(budget))


def write_variance_note(budget: Budget) -> str:
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


def make_budget_rows(budget: Budget, gaps: GapMarks) -> Iterator[BudgetRow]:
    """Yield a row for each line.

    The row of totals has computed sums in the columns without a stated total.
    """
    lines, whole = budget.lines, find_grand_total(budget.lines)
    computed = compute_sums(lines)
    for index, line in enumerate(lines):
        figures = [(column, find_figure_of_line(line, index, column, gaps)) for column in find_columns(lines)]
        if index == whole:
            figures = [
                (column, figure or find_total_of_column(budget, column, computed, gaps))
                for column, figure in figures
            ]
        name = line.line or ("Total" if line.is_sum else "")
        yield BudgetRow(name, tuple(figure for _, figure in figures), line.note or "", line.is_sum, index)


def find_figure_of_line(line: BudgetLine, index: int, column: Column, gaps: GapMarks) -> Shown:
    """Return the figure of a line in a column, or the black box of one that is withheld."""
    paths = [path for path in list_paths_of_figure(index, column) if gaps.hides(path)]
    return column.figure(line) or (str(gaps.cell(paths[0])) if paths else None)


def list_paths_of_figure(index: int, column: Column) -> list[str]:
    """List the paths of the fields that can hold the figure of a line in a column."""
    return [f"{LINES}[{index}].{name}" for name in column.fields]


def find_total_of_column(
    budget: Budget, column: Column, computed: dict[Column, Sum], gaps: GapMarks
) -> Shown:
    """Return the computed sum of a column, or a black box if one of its figures or its total is withheld."""
    lines = budget.lines
    paths = [path for index in range(len(lines)) for path in list_paths_of_figure(index, column)]
    paths += [ENVELOPE] if column == find_plan_column(lines) else []
    hidden = next((path for path in paths if gaps.hides(path)), "")
    return gaps.black(hidden) if hidden else sum_column(computed, column)


def sum_column(computed: dict[Column, Sum], column: Column) -> Money | None:
    """Return the sum of a column; return None if a line has no figure there."""
    return computed[column].computed if column in computed else None


def compute_rows(budget: Budget, gaps: GapMarks) -> Iterator[BudgetRow]:
    """Yield a computed row if it is needed.

    If no total is stated, it holds the total. Otherwise it holds only the sums that differ from the stated
    ones.
    """
    computed = compute_sums(budget.lines)
    stated = find_grand_total(budget.lines) is not None
    wanted = {column: sum_ for column, sum_ in computed.items() if not stated or not sum_.agrees}
    if wanted:
        name = "Sum of the lines" if stated else "Total"
        columns = find_columns(budget.lines)
        figures = (find_total_of_column(budget, c, wanted, gaps) if c in wanted else None for c in columns)
        yield BudgetRow(name, tuple(figures), is_sum=not stated)


def is_rounded(budget: Budget) -> bool:
    """Tell whether some totals differ from the sums of their parts, and rounding explains each difference.

    The envelope is not in the table, so a note below the table does not explain it.
    """
    differing = [stated.sum for stated in find_stated_sums(budget.lines) if not stated.sum.matches]
    return bool(differing) and all(sum_.explained_by_rounding for sum_ in differing)
