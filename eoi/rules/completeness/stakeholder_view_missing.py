"""Stakeholders who were asked, with no view recorded."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "stakeholder-view-missing")


RULE = Rule(
    summary="Every stakeholder who was asked has a view recorded",
    why="To name a body as consulted and to leave out what it said reads as if it had objected.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="BaNES, Table 3: what each body said",
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch}
""",
    passes="""
engagement:
  stakeholders:
    - {name: Healthwatch, view: In favour}
    - {name: Acute trust, concerns: Capacity of the CCG}
""",
)
