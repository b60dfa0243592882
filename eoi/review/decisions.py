"""The decision on a submission, as its file records it."""

from __future__ import annotations

from typing import NamedTuple

from eoi.plain_words import join_items
from eoi.submission.assurance import Decision
from eoi.submission.dates import DateRange

OUTCOMES = {
    "approved": "approved",
    "approved_with_conditions": "approved with conditions",
    "declined": "declined",
    "withdrawn": "withdrawn",
}


class StatedDecision(NamedTuple):
    """An outcome in words, who decided and when, the reason in Markdown, and the conditions."""

    outcome: str
    by: str
    date: DateRange | None
    reason: str
    conditions: tuple[str, ...]

    @property
    def briefly(self) -> str:
        """Return the decision in a few words for a row."""
        by = f" by {self.by}" if self.by else ""
        when = f" {self.date.dated}" if self.date else ""
        on = f"; conditions: {join_items(self.conditions)}" if self.conditions else ""
        return f"{self.outcome or 'decided'}{by}{when}{on}"


def take_decision(decision: Decision | None) -> StatedDecision | None:
    """Return the decision that a file records, or None if it records none."""
    if decision is None or not (decision.outcome or decision.reason or decision.conditions):
        return None
    return StatedDecision(
        OUTCOMES.get(decision.outcome or "", ""),
        decision.by or "",
        decision.date,
        decision.reason or "",
        tuple(decision.conditions),
    )
