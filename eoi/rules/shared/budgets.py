"""The lines of a budget: those that add up, the one that is their total, and what is said of rounding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eoi.source.nodes import Path
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget, BudgetLine

BUDGET: Path = ("arrangement", "budget")
TOTAL = re.compile(r"(?:(?:grand|overall|sub)[\s-]*)?total\b", re.IGNORECASE)
ROUNDED = re.compile(r"\bround(?:ed|ing|s)?\b", re.IGNORECASE)
MOST_TERMS = 8


def is_total(line: BudgetLine) -> bool:
    return bool(TOTAL.match(line.line or ""))


def items(budget: Budget) -> Iterator[tuple[int, BudgetLine]]:
    """The lines that are no totals of others."""
    return ((index, line) for index, line in enumerate(budget.lines) if not is_total(line))


def total_line(budget: Budget) -> tuple[int, BudgetLine] | None:
    """The last line, where it says that it is the total."""
    last = len(budget.lines) - 1
    return (last, budget.lines[last]) if last > 0 and is_total(budget.lines[last]) else None


def notes_rounding(lines: Iterable[BudgetLine]) -> bool:
    return any(ROUNDED.search(line.note) for line in lines if line.note)


def working(parts: Sequence[Money]) -> str:
    if len(parts) > MOST_TERMS:
        return f"the {len(parts)} lines"
    return " + ".join(map(str, parts)).replace("+ -", "- ")
