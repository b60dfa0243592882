"""What documents want to know of the rules behind findings, for rooms that do not know the rules."""

from __future__ import annotations

from eoi.findings import Finding, Severity
from eoi.order import by_weight
from eoi.rules import catalogue
from eoi.rules.rule import FindingKind, Rule

__all__ = ["by_weight", "question", "why"]

QUESTIONS = {
    FindingKind.CONTRADICTION: "How do these fit together?",
    FindingKind.ARITHMETIC: "Do the figures add up?",
    FindingKind.UNFINISHED: "What belongs here?",
}


def why(rule: str) -> str:
    """Return the reason why an assessor asks what a rule checks."""
    from eoi.rules.entries import list_entries  # late, since only documents give reasons

    return list_entries()[rule].why


def question(finding: Finding) -> str:
    """Return what a chair would be asked because of a finding; nothing for what a writer sees to alone."""
    rule = next((one for one in catalogue() if one.name == finding.rule), None)
    if rule is None or is_only_a_suggestion(finding, rule):
        return ""
    return rule.question or QUESTIONS.get(rule.kind, "")


def is_only_a_suggestion(finding: Finding, rule: Rule) -> bool:
    """Tell whether nobody would ask: a suggestion, but for a contradiction that could be meant."""
    doubted = rule.kind is FindingKind.CONTRADICTION and rule.severity > Severity.ADVICE
    return finding.severity is Severity.ADVICE and not doubted
