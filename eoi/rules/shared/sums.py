"""How a finding tells of a total that is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.submission.quantities import Money
from eoi.submission.sums import Sum

ROUNDED = Expression(r"\bround(?:ed|ing|s)?\b", re.IGNORECASE)
MOST_TERMS = 8


def is_excused(sum_: Sum, notes: Iterable[str | None]) -> bool:
    """A note on rounding answers for what rounding can do to so many figures, and for no more."""
    return sum_.explained_by_rounding and any(ROUNDED.search(note) for note in notes if note)


def weight(sum_: Sum) -> Severity | None:
    """A total that rounding can explain may be right; any other is wrong."""
    return Severity.ADVICE if sum_.explained_by_rounding else None


def working(sum_: Sum, parts: Sequence[Money], what: str) -> str:
    """`£1k + £2k = £3k, a difference of £1k, more than rounding can explain`."""
    added = (
        f"the {len(parts)} {what}"
        if len(parts) > MOST_TERMS
        else " + ".join(map(str, parts)).replace("+ -", "- ")
    )
    can = "which rounding can explain" if sum_.explained_by_rounding else "more than rounding can explain"
    return f"{added} = {sum_.computed}, a difference of {sum_.gap}, {can}"
