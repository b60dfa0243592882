"""What documents want to know of the rules behind findings, for rooms that do not know the rules."""

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
    """Return what a chair would be asked because of a finding; nothing for what a writer sees to alone."""
    from eoi.rules.entries import list_entries

    rule = list_entries().get(finding.rule)
    if not isinstance(rule, Rule) or rank(finding).stage == SUGGESTIONS:
        return ""
    return rule.question or QUESTIONS.get(rule.kind, "")
