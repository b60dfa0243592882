"""Groups with incomplete details."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "group-incomplete")


RULE = Rule(
    summary="Every group says when it meets, who sits on it and how it decides",
    why="Boards ask what each group is for, whom it answers to "
    "and whether it can decide without those who have an interest.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="BaNES, section C: who chairs a group, how often it meets and whom it reports to",
    fails="""
governance:
  groups:
    - {name: Joint committee, meets: monthly}
""",
    passes="""
governance:
  groups:
    - name: Joint committee
      meets: monthly
      chair: lay member
      reports_to: CCG Board
      members: [{role: Lay member, voting: yes}]
      quorum: four members
      public: yes
""",
)
