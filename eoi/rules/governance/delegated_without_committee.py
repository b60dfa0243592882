"""Delegated commissioning without a committee of the CCG's own that takes the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.submission.governance import Group
from eoi.submission.scope import names_nhs_england

MODEL_PUBLISHED = date(2014, 9, 1)
JOINT = WordList("joint")


def check(case: Case) -> Iterator[Problem]:
    listed = case.submission.groups
    deciding = [group for group in listed if decides(case, group)]
    if listed and not deciding:
        yield Problem(
            ("governance", "groups"),
            f"Delegated commissioning is decided by a committee of {case.of_the_ccg} own, and no group "
            "here is one.",
            help="Add the primary care commissioning committee, or say in a group's `kind` that it decides.",
        )
    elif deciding and all(map(is_shared_with_nhs_england, deciding)):
        yield Problem(
            ("governance", "groups", listed.index(deciding[0])),
            f"{name_group(deciding[0], begins=True)} is a joint committee on which NHS England votes. "
            f"Delegated commissioning is decided by a committee of {case.of_the_ccg} own.",
            help=f"Add {case.of_the_ccg} own committee, or apply for joint commissioning.",
            severity=Severity.ADVICE,
        )


def is_shared_with_nhs_england(group: Group) -> bool:
    """Tell whether NHS England votes in a joint group."""
    return JOINT.is_in(f"{group.kind or ''} {group.name or ''}") and any(
        member.votes and (names_nhs_england(member.body) or names_nhs_england(member.role))
        for member in group.members
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
    needs=("governance.groups[]",),
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
