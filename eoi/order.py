"""The order of findings for people: contradictions come before missing answers.

Reports for programs, and reports with one line for each finding, keep the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from eoi.findings import Finding, Position, Severity
from eoi.rules import list_outlines
from eoi.rules.rule import FindingKind

ORDERS = ("weight", "file")

# Errors in reading come first, since a file that cannot be read cannot be judged. A possible contradiction
# comes before warnings of missing answers, and every other suggestion comes last.
READING = 0
ERRORS, POSSIBLE_CONTRADICTIONS, WARNINGS, SUGGESTIONS = 4, 5, 6, 7


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
    kind, heaviest = kinds().get(finding.rule, (READING, Severity.ERROR))
    stage = stage_of(kind, finding.severity, heaviest)
    return Rank(stage, kind, finding.span.start, finding.rule, finding.message)


def stage_of(kind: int, severity: Severity, heaviest: Severity) -> int:
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
def kinds() -> dict[str, tuple[FindingKind, Severity]]:
    """Return the kind and the severity of each rule."""
    return {rule.name: (rule.kind, rule.severity) for rule in list_outlines()}
