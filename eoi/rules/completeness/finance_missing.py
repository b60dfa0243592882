"""Money that is not accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "finance-missing")


RULE = Rule(
    summary="The money is stated: budget, cost and where it comes from",
    why="Boards ask first what it costs and whose money it is. A member of Bromley's board "
    "questioned the logic of going on without any financial data.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="minutes of Bromley's Health and Wellbeing Board",
    fails="""
resources:
  posts: [{role: Manager, cost: £40k}]
  total: £40k
""",
    passes="""
resources:
  posts: [{role: Manager, cost: £40k}]
  total: £40k
  funding: From the running costs allowance.
arrangement:
  budget: {envelope: £23m, management: We review it each month.}
""",
)
