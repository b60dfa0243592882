"""A board whose approval has no date."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "board-approval-missing")


RULE = Rule(
    summary="The date is given on which each CCG Board approved the submission",
    why="Without the date of approval nobody can check "
    "that the Board saw this submission and not an earlier draft.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="BaNES, whose Board considered it in June 2014",
    fails="""
ccgs_involved:
  reasons: We share a council with no other CCG.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
""",
)
