"""The lines of the primary care budget against their total and the envelope."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.budgets import BUDGET, items, notes_rounding, total_line, working
from eoi.source.nodes import Path
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget
from eoi.submission.sums import Sum, total


def check(case: Case) -> Iterator[Problem]:
    for _, budget in case.given("arrangement.budget"):
        for path, stated in totals(budget):
            parts = [(index, getattr(line, column(path))) for index, line in items(budget)]
            sum_ = total((amount for _, amount in parts), stated)
            if sum_ and not agree(sum_, stated):
                yield problem(path, sum_, stated, parts, budget)


def totals(budget: Budget) -> Iterator[tuple[Path, Money]]:
    """Where a total is stated: a line of its own has one for each column."""
    if last := total_line(budget):
        index, line = last
        for name in ("budget", "actual"):
            if amount := getattr(line, name):
                yield (*BUDGET, "lines", index, name), amount
    if budget.envelope:
        yield (*BUDGET, "envelope"), budget.envelope


def column(path: Path) -> str:
    return "actual" if path[-1] == "actual" else "budget"


def agree(sum_: Sum, stated: Money) -> bool:
    """A headline such as £23.1m agrees with lines in thousands that round to it."""
    coarser = stated.step > sum_.computed.step
    return sum_.agrees or (coarser and abs(sum_.difference) <= stated.step / 2)


def problem(path: Path, sum_: Sum, stated: Money, parts: list[tuple[int, Money]], budget: Budget) -> Problem:
    noted = notes_rounding(budget.lines)
    mild = noted or stated.approximate or sum_.explained_by_rounding
    rounding = (
        "which rounding can explain" if sum_.explained_by_rounding else "more than rounding can explain"
    )
    what = "the envelope" if path[-1] == "envelope" else "the total"
    return Problem(
        path,
        f"The lines add up to {sum_.computed}, but {what} is {stated}: "
        f"{working([amount for _, amount in parts])} = {sum_.computed}, "
        f"a difference of {sum_.gap}, {rounding}.",
        help="Check each line: a note speaks of rounding, but the difference should be small."
        if noted
        else "Check each line, or say in the `note` of a line how the figures were rounded.",
        other=((*BUDGET, "lines", parts[0][0], column(path)), "the first of the lines"),
        severity=Severity.ADVICE if mild else None,
    )


RULE = Rule(
    summary="The lines of the budget add up to its total and to the envelope",
    why="Boards take on a budget line by line. If the lines miss the total, nobody knows what is "
    "being taken on.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="North East Lincolnshire's published report, whose lines miss their total by £4k under a note "
    "on rounding (S66)",
    fails="""
arrangement:
  budget:
    envelope: £23.1m
    lines:
      - {line: GMS, budget: £14.2m}
      - {line: Premises, budget: £7.9m}
""",
    passes="""
arrangement:
  budget:
    envelope: £23.1m
    lines:
      - {line: GMS, budget: £14.2m}
      - {line: Premises, budget: £8.9m}
""",
)
