"""How a finding tells of a total that is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.submission.quantities import Money
from eoi.submission.resources import Budget
from eoi.submission.sums import Sum

ROUNDED = Expression(r"\bround(?:ed|ing|s)?\b", re.IGNORECASE)
MOST_TERMS = 8
SLIGHT = Decimal("0.001")


def notes_of(budget: Budget) -> list[str | None]:
    """A note on rounding stands at a line, or in what is said of the whole budget."""
    return [*(line.note for line in budget.lines), budget.management, budget.period]


def speak_of_rounding(notes: Iterable[str | None]) -> bool:
    return any(ROUNDED.search(note) for note in notes if note)


def is_excused(sum_: Sum, notes: Iterable[str | None]) -> bool:
    """A note on rounding answers for what rounding can do to so many figures, and for no more."""
    return sum_.explained_by_rounding and speak_of_rounding(notes)


def weight(sum_: Sum, notes: Iterable[str | None] = ()) -> Severity | None:
    """A total that rounding can explain may be right, and so may one that misses by next to nothing under a
    note on rounding, as in published reports; any other is wrong."""
    whole = sum_.stated or sum_.computed
    slight = is_slight(sum_.difference, whole.amount) and speak_of_rounding(notes)
    return Severity.ADVICE if sum_.explained_by_rounding or slight else None


def is_slight(difference: Decimal, whole: Decimal) -> bool:
    return abs(difference) <= abs(whole) * SLIGHT


def working(sum_: Sum, parts: Sequence[Money], what: str) -> str:
    """`£1k + £2k = £3k, a difference of £1k, more than rounding can explain`."""
    added = (
        f"the {len(parts)} {what}"
        if len(parts) > MOST_TERMS
        else " + ".join(map(str, parts)).replace("+ -", "- ")
    )
    can = "which rounding can explain" if sum_.explained_by_rounding else "more than rounding can explain"
    return f"{added} = {sum_.computed}, a difference of {sum_.gap}, {can}"
