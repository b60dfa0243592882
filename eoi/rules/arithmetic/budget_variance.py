"""The variance of a budget line against its budget and what was spent."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.budgets import notes_rounding
from eoi.rules.shared.precision import margin
from eoi.submission.quantities import Money
from eoi.submission.sums import like


def check(case: Case) -> Iterator[Problem]:
    for path, lines in case.given("arrangement.budget.lines"):
        rounded = notes_rounding(lines)
        for index, line in enumerate(lines):
            budget, actual, variance = line.budget, line.actual, line.variance
            if budget and actual and variance and unlike(budget, actual, variance):
                yield Problem(
                    (*path, index, "variance"),
                    f"{actual} spent and {budget} planned differ by {difference(budget, actual)}, "
                    f"not by {variance}.",
                    help="Check the three amounts, or say in the line's `note` how they were rounded.",
                    other=((*path, index, "actual"), "spent"),
                    severity=Severity.ADVICE if rounded else None,
                )


def unlike(budget: Money, actual: Money, variance: Money) -> bool:
    """Some reports count overspending as positive, others as negative: either will do."""
    tolerance = margin(budget) + margin(actual) + margin(variance)
    over = actual.amount - budget.amount
    return min(abs(over - variance.amount), abs(over + variance.amount)) > tolerance


def difference(budget: Money, actual: Money) -> Money:
    return like(abs(actual.amount - budget.amount), min(budget, actual, key=lambda money: money.step))


RULE = Rule(
    summary="A variance is the difference between budget and spending",
    why="A variance that is not the difference shows that one of three figures is wrong, and not which.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="North East Lincolnshire's published report, where £30,757k and £30,736k come with a variance "
    "of £25k under a note on rounding (S66)",
    fails="""
arrangement:
  budget:
    lines:
      - {line: GMS, budget: £14.2m, actual: £14.5m, variance: £0.6m}
""",
    passes="""
arrangement:
  budget:
    lines:
      - {line: GMS, budget: £14.2m, actual: £14.5m, variance: £0.3m}
""",
)
