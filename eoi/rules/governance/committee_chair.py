"""Committees chaired by somebody who is plainly not a lay member."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.rules.shared.bodies.roles import CHAIR, INTEREST, TAKES_OVER, is_plainly_not_lay
from eoi.rules.shared.problems import has_sentence_with


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        if not group.chair or not decides(case, group) or not is_plainly_not_lay(group.chair):
            continue
        if not has_sentence_with(group.purpose, CHAIR, INTEREST, TAKES_OVER):
            yield Problem(
                ("governance", "groups", index, "chair"),
                f"{name_group(group, begins=True)} takes decisions, and its chair is not a lay member: "
                f"{group.chair}.",
                help="Name a lay member as chair, or say in `purpose` who takes the chair when the chair "
                "has an interest.",
            )


RULE = Rule(
    summary="A committee that decides is chaired by a lay member",
    why="A chair who is a GP or an officer may have an interest in what is decided. Joint committees of "
    "2015 had lay chairs.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of the guidance of December 2014; Wiltshire's joint committee (S44); BaNES",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Primary Care Joint Committee, chair: GP cluster lead}
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Joint Committee, chair: Lay member of the CCG Board}
    - {name: Delivery Group, kind: operational group, chair: Chief officer}
""",
)
