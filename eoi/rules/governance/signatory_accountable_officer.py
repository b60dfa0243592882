"""Signatories with their roles, and no accountable officer among them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.approvals import is_accountable_officer


def check(case: Case) -> Iterator[Problem]:
    roles = [signatory.role for signatory in case.submission.signatories]
    if not roles or None in roles or any(is_accountable_officer(role) for role in roles if role):
        return
    yield Problem(
        ("signatories", 0, "role"),
        "No accountable officer is among the signatories.",
        help="Add `{role: Accountable officer, name: ...}` to `signatories`.",
    )


RULE = Rule(
    summary="The accountable officer signs",
    why="The accountable officer answers to NHS England for what a CCG takes on. Submissions found were "
    "signed by that officer and the chair.",
    check=check,
    severity=Severity.WARNING,
    certainty="seen",
    source="expression of interest of Dudley CCG (S64)",
    needs=("signatories[]",),
    fails="""
signatories:
  - {role: Chair, name: Jo Bloggs}
""",
    passes="""
signatories:
  - {role: Chair, name: Jo Bloggs}
  - {role: Chief Accountable Officer, name: Sam Bloggs}
""",
)
