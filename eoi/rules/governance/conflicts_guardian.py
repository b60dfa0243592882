"""Missing conflicts of interest guardians, and guardians who may have interests of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.roles import is_plainly_not_lay
from eoi.rules.shared.problems import has_sentence_with

GUARDIAN = ("governance", "conflicts_of_interest", "guardian")
OF_THE_GUARDIAN = WordList("guardian|guardians")
AUDIT = WordList("audit")


def check(case: Case) -> Iterator[Problem]:
    governance = case.submission.governance
    conflicts = governance.conflicts_of_interest if governance else None
    if conflicts and not conflicts.guardian and not is_asked_by_round(case):
        yield Problem(
            GUARDIAN,
            "No conflicts of interest guardian is named.",
            help="Add `guardian`, by role: normally the chair of the audit committee.",
        )
    elif conflicts and conflicts.guardian and may_have_interests(conflicts.guardian):
        if has_sentence_with(conflicts.arrangements, OF_THE_GUARDIAN):
            return
        yield Problem(
            GUARDIAN,
            f"The conflicts guardian is not the audit chair or another lay member: {conflicts.guardian}.",
            help="Name the chair of the audit committee, or say in `arrangements` why somebody else does it.",
            severity=Severity.ADVICE,
        )


def may_have_interests(role: str) -> bool:
    """Tell whether a role is neither that of a lay member nor of the chair of audit."""
    return is_plainly_not_lay(role) and not AUDIT.is_in(role)


def is_asked_by_round(case: Case) -> bool:
    """Tell whether the round itself asks for a guardian, in which case a missing one is reported as a gap."""
    return any(item.requirement.path == ".".join(GUARDIAN) for item in case.checklist.items)


RULE = Rule(
    summary="A conflicts of interest guardian is named: the audit chair or another lay member",
    why="Since June 2016 statutory guidance asks each CCG for somebody to whom staff and the public can "
    "turn with a concern.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="revised statutory guidance of 28 June 2016 (S70, S82)",
    since=date(2016, 6, 28),
    needs=("governance.conflicts_of_interest",),
    fails="""
round: 2017
form: delegated
governance:
  conflicts_of_interest: {policy: Our constitution}
""",
    passes="""
round: 2017
form: delegated
governance:
  conflicts_of_interest: {policy: Our constitution, guardian: Chair of the audit committee}
""",
)
