"""A joint committee, or a group that decides, in a bid for greater influence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import find_deciding_sentences, name_group
from eoi.submission.governance import Group

JOINT_COMMITTEE = Expression(
    r"\bjoint\b.{0,40}\bcommittee\b|\bcommissioning committee\b|\bdecision[- ]making\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        if field := find_deciding_field(group):
            yield Problem(
                ("governance", "groups", index, field),
                f"{name_group(group, begins=True)} would take decisions, but the submission applies for "
                "greater influence.",
                help="Say what the group advises NHS England on, or apply for joint or delegated "
                "commissioning.",
                other=(("form",), "greater influence"),
            )


def find_deciding_field(group: Group) -> str:
    """Return the name of the field that says that a group decides, or an empty text.

    The word "committee" alone does not say so, since a CCG can have committees for its own work.
    """
    if any(find_deciding_sentences(group.purpose or "")):
        return "purpose"
    return next(
        (field for field in ("kind", "name") if JOINT_COMMITTEE.search(getattr(group, field) or "")), ""
    )


RULE = Rule(
    summary="A bid for greater influence sets up no committee that decides",
    why="With greater influence NHS England decides and hears an applicant first. A joint committee, or a "
    "committee of a CCG that decides, belongs to the other two forms.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS England on the three models (S10), and the slides of September 2014: no new governance (S7)",
    forms=("influence",),
    needs=("governance.groups[]",),
    fails="""
form: influence
round: 2014
governance:
  groups:
    - {name: Primary Care Joint Committee}
""",
    passes="""
form: influence
round: 2014
governance:
  groups:
    - {name: Primary Care Forum, purpose: The forum advises NHS England on all decisions.}
""",
)
