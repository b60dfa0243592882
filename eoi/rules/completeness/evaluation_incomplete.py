"""Reviews without a measure or a date."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "evaluation-incomplete")


RULE = Rule(
    summary="Every review has a measure and a date",
    why="A promise to review something, without a measure or a date, cannot be held against anyone.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="BaNES, section H: monitoring and evaluation",
    fails="""
evaluation:
  - {what: Access to appointments, by: Quality Committee}
""",
    passes="""
evaluation:
  - {what: Access to appointments, measure: Waiting times, when: Every six months}
""",
)
