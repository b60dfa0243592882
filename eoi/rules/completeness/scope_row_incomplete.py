"""Rows of a scope table with an empty cell."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "scope-row-incomplete")


RULE = Rule(
    summary="Every row of a scope table is complete",
    why="A row without a flag decides nothing. One without a comment or a risk leaves the assessor "
    "to guess how the function would work and what could go wrong.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="BaNES, Table 2: a flag, a comment and the risks of each function",
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: yes, comment: We would co-ordinate it.}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: yes, comment: We would co-ordinate it., risk: Delay}
    - {function: Rent reviews, in_scope: no, forum: monthly group}
""",
)
