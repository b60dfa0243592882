"""The lines of the primary care budget against their totals and the envelope, column by column."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import is_excused, list_notes, show_working, weigh_sum
from eoi.rules.shared.prose.words import quote_part
from eoi.source.nodes import Path
from eoi.submission.budget_lines import (
    Column,
    find_columns,
    find_grand_total,
    find_items,
    find_plan_column,
    find_stated_sums,
)
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget
from eoi.submission.sums import Sum, compute_total

LINES: Path = ("arrangement", "budget", "lines")
ENVELOPE: Path = ("arrangement", "budget", "envelope")


class StatedTotal(FrozenValue):
    """A stated total, with the lines that it adds up."""

    path: Path
    what: str
    column: Column
    parts: tuple[int, ...]
    sum: Sum
    help: str = ""


def check(case: Case) -> Iterator[Problem]:
    for _, budget in case.list_values("arrangement.budget"):
        notes = list_notes(budget)
        for stated in list_totals(budget):
            if not stated.sum.matches and not is_excused(stated.sum, notes):
                yield report(stated, budget)


def list_totals(budget: Budget) -> Iterator[StatedTotal]:
    """Yield each stated total: the lines that add up others, and the envelope."""
    lines, whole = budget.lines, find_grand_total(budget.lines)
    for found in find_stated_sums(lines):
        line = lines[found.item]
        path = (*LINES, found.item, found.column.field(line))
        what = "the total" if found.item == whole else quote_part(line.line or "its total")
        yield StatedTotal(
            path, what, found.column, found.parts, found.sum, "" if found.item == whole else MAY_BE_NONE
        )
    column, parts = find_plan_column(lines), find_items(lines)
    if budget.envelope and column:
        sum_ = compute_total([column.figure(lines[part]) for part in parts], budget.envelope)
        if sum_:
            yield StatedTotal(ENVELOPE, "the envelope", column, parts, sum_)


MAY_BE_NONE = " If this line is no total of others, write `is_total: no` in it."


def report(stated: StatedTotal, budget: Budget) -> Problem:
    lines, sum_ = budget.lines, stated.sum
    several = len(find_columns(lines)) > 1 and stated.path != ENVELOPE
    first = stated.parts[0]
    return Problem(
        stated.path,
        f"{f'In the column {stated.column.heading}, the' if several else 'The'} lines add up to "
        f"{sum_.computed}, but {stated.what} is {sum_.stated}: "
        f"{show_working(sum_, list_figures(stated, budget), 'lines')}.",
        help="Check each line, or say in the `note` of a line how the figures were rounded."
        if sum_.explained_by_rounding
        else f"Check each line and the total: no note on rounding can explain so much.{stated.help}",
        other=((*LINES, first, stated.column.field(lines[first])), "the first of the lines"),
        severity=weigh_sum(sum_, list_notes(budget)),
        # An envelope is no sum of what is listed: a line may be missing instead.
        instead="" if sum_.explained_by_rounding or stated.path == ENVELOPE else str(sum_.computed),
    )


def list_figures(stated: StatedTotal, budget: Budget) -> list[Money]:
    """Return the figures that a total adds up."""
    found = (stated.column.figure(budget.lines[part]) for part in stated.parts)
    return [figure for figure in found if figure]


RULE = Rule(
    summary="The lines of the budget add up to its totals and to the envelope",
    why="Boards take on a budget line by line. If the lines miss the total, nobody knows what is "
    "being taken on.",
    check=check,
    severity=Severity.ERROR,
    stops_final=True,
    certainty="arithmetic",
    source="North East Lincolnshire's published report, whose lines miss their total by £4k under a note "
    "on rounding (S66)",
    needs=("arrangement.budget.lines[]",),
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
