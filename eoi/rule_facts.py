"""Facts about the rules behind findings: which comes first, which repeats another, and what it asks.

Contradictions come before missing answers. Reports for programs, and reports with one line for each finding,
keep the order of the file. Packages that do not import the rules are handed this module.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from eoi.findings import Finding, Position, Severity
from eoi.rules import find_rule, list_outlines
from eoi.rules.rule import FindingKind

ORDERS = ("weight", "file")

# Errors in reading come first, since a file that cannot be read cannot be judged. A possible contradiction
# comes before warnings of missing answers, and every other suggestion comes last.
READING = 0
ERRORS, POSSIBLE_CONTRADICTIONS, WARNINGS, SUGGESTIONS = 4, 5, 6, 7
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


class Rank(NamedTuple):
    """The place of a finding among others. The lowest is to be fixed first."""

    stage: int
    kind: int
    start: Position
    rule: str
    message: str


def sort_by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order in which to fix them."""
    return tuple(sorted(findings, key=rank))


def rank(finding: Finding) -> Rank:
    """Return the rank of a finding: by stage, then by kind, then by place."""
    kind, heaviest = list_kinds_of_rules().get(finding.rule, (READING, Severity.ERROR))
    stage = choose_stage(kind, finding.severity, heaviest)
    return Rank(stage, kind, finding.span.start, finding.rule, finding.message)


def choose_stage(kind: int, severity: Severity, heaviest: Severity) -> int:
    """Return the stage of a finding: errors come before warnings, and those before suggestions."""
    if kind == READING and severity is Severity.ERROR:
        return READING
    if severity is Severity.ADVICE:
        doubted = kind == FindingKind.CONTRADICTION and heaviest > Severity.ADVICE
        return POSSIBLE_CONTRADICTIONS if doubted else SUGGESTIONS
    if READING < kind <= FindingKind.UNFINISHED:
        return kind
    return ERRORS if severity is Severity.ERROR else WARNINGS


@cache
def list_kinds_of_rules() -> dict[str, tuple[FindingKind, Severity]]:
    """Return the kind and the severity of each rule."""
    return {rule.name: (rule.kind, rule.severity) for rule in list_outlines()}


def drop_echoes(findings: list[Finding], aside: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that repeat another on the same item, shown or set aside."""
    if not any(one.rule in list_better_rules() for one in findings):
        return findings
    said = {(one.rule, item) for one in (*findings, *aside) for item in list_finding_items(one)}
    return [one for one in findings if said.isdisjoint(list_better_findings(one))]


def list_better_findings(finding: Finding) -> set[tuple[str, str]]:
    """Return the rule and item of each finding that would make this one unnecessary."""
    return {
        (rule, item)
        for rule in list_better_rules().get(finding.rule, ())
        for item in list_finding_items(finding)
    }


def list_finding_items(finding: Finding) -> set[str]:
    """Return the items of a finding: its own, and that of the place that disagrees with it."""
    related = [finding.related.path] if finding.related and finding.related.path else []
    return {find_item_or_path(path) for path in (finding.path, *related)}


def find_item_or_path(path: str) -> str:
    """Return the path of the list item that a path leads into, or the path itself."""
    item, bracket, _ = path.rpartition("]")
    return item + bracket if bracket else path


@cache
def list_better_rules() -> dict[str, tuple[str, ...]]:
    """Return, for each rule, the rules that report the same cause better."""
    return {rule.name: rule.unless for rule in list_outlines() if rule.unless}


def why(rule: str) -> str:
    """Return the reason why an assessor asks about the subject of a rule."""
    if known := find_rule(rule):
        return known.why
    from eoi.rules.entries import list_entries  # late: few findings are of no rule

    return list_entries()[rule].why


def question(finding: Finding) -> str:
    """Return the question that a finding raises for a chair, or an empty text if only the writer acts."""
    rule = find_rule(finding.rule)
    if rule is None or rank(finding).stage == SUGGESTIONS:
        return ""
    return rule.question or QUESTIONS.get(rule.kind, "")


def question_to_settle(finding: Finding) -> str:
    """Return the question that a finding raises for its writer. Every finding has one."""
    rule = find_rule(finding.rule)
    if rule is None:
        return "Is this what was meant?"
    return rule.question or (QUESTIONS | QUESTIONS_OF_WRITERS)[rule.kind]
