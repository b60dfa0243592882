"""Pairs of stated totals of the same figures, of which some are missing, so that no sum can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.source.nodes import Path
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget, Resources, find_row_of_all
from eoi.submission.sums import compute_total


class TotalPair(FrozenValue):
    """The total that a table states, and the total that a field states for the same table."""

    in_table: Path
    of_table: Money
    in_field: Path
    of_field: Money


def check(case: Case) -> Iterator[Problem]:
    for _, resources in case.list_values("resources"):
        yield from judge(pair_posts(resources))
    for _, budget in case.list_values("arrangement.budget"):
        yield from judge(pair_lines(budget))


def judge(pair: TotalPair | None) -> Iterator[Problem]:
    if pair and (
        find_least(pair.of_table) > find_most(pair.of_field)
        or find_most(pair.of_table) < find_least(pair.of_field)
    ):
        yield Problem(
            pair.in_field,
            f"The total is stated as {pair.of_field}, and as {pair.of_table} in the table.",
            help="Correct one of the two, and give the figures that are missing in the table.",
            other=(pair.in_table, "the total in the table"),
        )


def pair_posts(resources: Resources) -> TotalPair | None:
    """Return the two stated totals of the posts, or None if one is missing or the costs can be added up."""
    row = find_row_of_all(resources.posts)
    cost = None if row is None else resources.posts[row].cost
    if not resources.total or row is None or not cost:
        return None
    if compute_total([post.cost for post in resources.real_posts], None):
        return None
    return TotalPair(("resources", "posts", row, "cost"), cost, ("resources", "total"), resources.total)


def pair_lines(budget: Budget) -> TotalPair | None:
    """Return the two stated totals of the budget, or None if one is missing or the lines can be added up."""
    if not budget.lines:
        return None
    from eoi.submission.budget_lines import (  # late: few budgets have lines
        find_grand_total,
        find_items,
        find_plan_column,
    )

    column, whole = find_plan_column(budget.lines), find_grand_total(budget.lines)
    if not budget.envelope or not column or whole is None:
        return None
    stated = column.figure(budget.lines[whole])
    if not stated or compute_total(
        [column.figure(budget.lines[part]) for part in find_items(budget.lines)], None
    ):
        return None
    at: Path = ("arrangement", "budget")
    line = (*at, "lines", whole, column.field(budget.lines[whole]))
    return TotalPair(line, stated, (*at, "envelope"), budget.envelope)


RULE = Rule(
    summary="A total that is stated twice is the same",
    why="Where a cost is still to come, nothing can be added up. Two totals that differ show that one of "
    "them is wrong all the same.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
resources:
  posts:
    - {role: Project manager, cost: £43.3k}
    - {role: Admin support}
    - {role: Total, cost: £67.9k}
  total: £79.4k
""",
    passes="""
resources:
  posts:
    - {role: Project manager, cost: £43.3k}
    - {role: Admin support}
    - {role: Total, cost: £67.9k}
  total: £67.9k
""",
)
