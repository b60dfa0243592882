"""Delegated commissioning without a committee of the CCG's own that takes the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import decides, groups

MODEL_PUBLISHED = date(2014, 9, 1)


def check(case: Case) -> Iterator[Problem]:
    listed = groups(case)
    if listed and not any(decides(case, group) for group in listed):
        yield Problem(
            ("governance", "groups"),
            "Delegated commissioning is decided by a committee of the CCG's own, and no group here is one.",
            help="Add the primary care commissioning committee, or say in a group's `kind` that it decides.",
        )


RULE = Rule(
    summary="Delegated commissioning has a committee that decides",
    why="A CCG that takes on decisions needs a body that can take them, so that GPs do not decide on their "
    "own practices.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="slides of September 2014 on the three models (S7); Sunderland's terms of reference (S39)",
    forms=("delegated",),
    since=MODEL_PUBLISHED,
    fails="""
round: 2015
form: delegated
governance:
  groups:
    - {name: Primary care steering group}
""",
    passes="""
round: 2015
form: delegated
governance:
  groups:
    - {name: Primary Care Commissioning Committee}
    - {name: Primary care steering group}
""",
)
