"""Applications from 2016 that nobody signs for NHS England."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

NHS_ENGLAND = Expression(
    r"\bcommissioning operations\b|\bdirector of commissioning\b|\bDCO\b|\bNHS ?E(?:ngland)?\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Problem]:
    signatories = case.submission.signatories
    roles = [f"{signatory.role or ''} {signatory.organisation or ''}".strip() for signatory in signatories]
    if not all(roles) or not roles or any(NHS_ENGLAND.search(role) for role in roles):
        return
    yield Problem(
        ("signatories",),
        "Nobody signs for NHS England.",
        help="Add `{role: Director of Commissioning Operations, organisation: NHS England}`.",
    )


RULE = Rule(
    summary="NHS England's Director of Commissioning Operations signs too",
    why="From the applications of December 2016 a CCG and the director complete and sign the checklist "
    "and the finance template together.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS England's delegated checklist for 2017/18 (S13)",
    forms=("delegated",),
    since=date(2016, 12, 5),
    needs=("signatories[]",),
    fails="""
round: 2017
form: delegated
signatories:
  - {role: Accountable officer}
""",
    passes="""
round: 2017
form: delegated
signatories:
  - {role: Accountable officer}
  - {role: Director of Commissioning Operations, organisation: NHS England}
""",
)
