"""Facts about the rules behind findings, for packages that do not import the rules."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.order import SUGGESTIONS, rank, sort_by_weight
from eoi.rules.rule import FindingKind, Rule

__all__ = ["question", "question_to_settle", "sort_by_weight", "why"]

QUESTIONS = {
    FindingKind.CONTRADICTION: "How do these fit together?",
    FindingKind.ARITHMETIC: "Do the figures add up?",
}
# These questions are for the writer, not for a chair, and any answer settles them.
QUESTIONS_OF_WRITERS = {
    FindingKind.UNFINISHED: "What belongs here?",
    FindingKind.ASKED: "What can be said to an assessor who asks?",
    FindingKind.ANSWER: "What is the answer?",
    FindingKind.STYLE: "Can it be said more plainly?",
}


def why(rule: str) -> str:
    """Return the reason why an assessor asks about the subject of a rule."""
    from eoi.rules.entries import list_entries  # late, as below: only documents ask

    return list_entries()[rule].why


def question(finding: Finding) -> str:
    """Return the question that a finding raises for a chair, or an empty text if only the writer acts."""
    from eoi.rules.entries import list_entries

    rule = list_entries().get(finding.rule)
    if not isinstance(rule, Rule) or rank(finding).stage == SUGGESTIONS:
        return ""
    return rule.question or QUESTIONS.get(rule.kind, "")


def question_to_settle(finding: Finding) -> str:
    """Return the question that a finding raises for its writer. Every finding has one."""
    from eoi.rules.entries import list_entries

    rule = list_entries().get(finding.rule)
    if not isinstance(rule, Rule):
        return "Is this what was meant?"
    return rule.question or (QUESTIONS | QUESTIONS_OF_WRITERS)[rule.kind]
