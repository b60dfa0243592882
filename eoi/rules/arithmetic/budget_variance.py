"""The variance of a budget line, compared with its budget and its spending."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import is_slight, list_notes, mention_rounding
from eoi.source.nodes import Path
from eoi.submission.budget_lines import find_comparison, find_convention, find_ways_round
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget, BudgetLine, Convention
from eoi.submission.sums import write_like

IN_WORDS: dict[Convention, str] = {
    "actual - budget": "actual minus budget",
    "budget - actual": "budget minus actual",
}


def check(case: Case) -> Iterator[Problem]:
    for path, budget in case.list_values("arrangement.budget"):
        way = find_convention(budget)
        first: tuple[int, Convention] | None = None
        for index, line in enumerate(budget.lines):
            at = (*path, "lines", index, "variance")
            if not find_comparison(line):
                continue
            fits = find_ways_round(line)
            if not fits:
                yield report_wrong_difference(at, line, list_notes(budget))
            elif way and way not in fits:
                yield report_wrong_sign(at, line, way, budget)
            elif len(fits) == 1:
                (fit,) = fits
                first = first or (index, fit)
                if fit != first[1]:
                    yield report_mixed_signs(at, line, fit, first)


def report_wrong_difference(at: Path, line: BudgetLine, notes: list[str | None]) -> Problem:
    """Report a variance that is not the difference of its two amounts."""
    compared = find_comparison(line)
    assert compared is not None, "only asked of lines that have all three"
    budget, actual, variance = compared
    return Problem(
        at,
        f"{actual} {describe_spending(line)} and {budget} planned differ by {subtract(budget, actual)}, "
        f"not by {variance}, more than rounding can explain.",
        help="Check the three amounts.",
        other=((*at[:-1], name_spending_field(line)), describe_spending(line)),
        severity=Severity.ADVICE if mention_rounding(notes) and is_nearly_right(compared) else None,
    )


def is_nearly_right(compared: tuple[Money, Money, Money]) -> bool:
    """Tell whether one wrong digit, or two swapped ones, explain a difference, in either direction."""
    budget, actual, variance = compared
    off = abs(abs(actual.amount - budget.amount) - abs(variance.amount))
    return is_slight(off, budget.amount)


def report_wrong_sign(at: Path, line: BudgetLine, way: Convention, budget: Budget) -> Problem:
    """Report a variance whose sign contradicts the usual way of counting variances."""
    other = ((*at[:2], "variance_is"), "how variances are counted") if budget.variance_is else None
    return Problem(
        at,
        f"The variance {line.variance} has the wrong sign: variances are {IN_WORDS[way]} here.",
        help="Change the sign, or `arrangement.budget.variance_is`.",
        other=other,
    )


def report_mixed_signs(at: Path, line: BudgetLine, fit: Convention, first: tuple[int, Convention]) -> Problem:
    """Report a variance with the opposite sign convention of another line."""
    index, way = first
    return Problem(
        at,
        f"The variance {line.variance} is {IN_WORDS[fit]}, but another line counts {IN_WORDS[way]}.",
        help="Count all variances the same way round, and say which in `arrangement.budget.variance_is`.",
        other=((*at[:3], index, "variance"), f"{IN_WORDS[way]} here"),
    )


def name_spending_field(line: BudgetLine) -> str:
    """Return the name of the field with the spending, or else of the forecast."""
    return "actual" if line.actual else "forecast"


def describe_spending(line: BudgetLine) -> str:
    """Return the word for the amount of a line: "spent", or else "forecast"."""
    return "spent" if line.actual else "forecast"


def subtract(budget: Money, actual: Money) -> Money:
    """Return the difference of two amounts, as exact as the more exact of them."""
    return write_like(abs(actual.amount - budget.amount), min(budget, actual, key=lambda money: money.step))


RULE = Rule(
    summary="A variance is the difference between budget and spending",
    why="A variance that is not the difference shows that one of three figures is wrong, and not which.",
    check=check,
    severity=Severity.WARNING,
    stops_final=True,
    certainty="arithmetic",
    source="North East Lincolnshire's published report, where £30,757k and £30,736k come with a variance "
    "of £25k under a note on rounding (S66)",
    needs=("arrangement.budget.lines[]",),
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
