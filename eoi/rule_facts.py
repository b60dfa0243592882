"""Facts about the rules behind findings, for packages that do not import the rules."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.order import SUGGESTIONS, by_weight, rank
from eoi.rules.rule import FindingKind, Rule

__all__ = ["by_weight", "question", "why"]

QUESTIONS = {
    FindingKind.CONTRADICTION: "How do these fit together?",
    FindingKind.ARITHMETIC: "Do the figures add up?",
    FindingKind.UNFINISHED: "What belongs here?",
}


def why(rule: str) -> str:
    """Return the reason why an assessor asks what a rule checks."""
    from eoi.rules.entries import list_entries  # late, as below: only documents ask

    return list_entries()[rule].why


def question(finding: Finding) -> str:
    """Return the question that a finding leads a chair to; nothing where only the writer has to act."""
    from eoi.rules.entries import list_entries

    rule = list_entries().get(finding.rule)
    if not isinstance(rule, Rule) or rank(finding).stage == SUGGESTIONS:
        return ""
    return rule.question or QUESTIONS.get(rule.kind, "")
