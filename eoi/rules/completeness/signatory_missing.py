"""Submissions that nobody signs."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "signatory-missing")


RULE = Rule(
    summary="Somebody signs the submission",
    why="A submission that nobody signs commits nobody, and an assessor cannot tell who stands behind it.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="expression of interest of Dudley CCG (S64)",
    fails="""
support:
  - {body: Health and Wellbeing Board}
""",
    passes="""
signatories:
  - {role: Accountable officer}
""",
)
