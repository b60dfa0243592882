"""Committees that decide and have no lay member."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.rules.shared.bodies.roles import is_lay, says_who
from eoi.rules.shared.problems import has_sentence_with
from eoi.submission.governance import Group

LAY_PEOPLE = Expression(r"\b(?:lay|independent members?|non-?executives?)\b")
# A list of one or two members is taken as unfinished.
FEWEST = 3


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        if len(group.members) < FEWEST or not has_nobody_lay(group) or not decides(case, group):
            continue
        if not has_sentence_with(group.purpose, LAY_PEOPLE):
            yield Problem(
                ("governance", "groups", index, "members"),
                f"{name_group(group, begins=True)} takes decisions, and none of its members is a lay member.",
                help="Add a lay member of the CCG Board with a vote, or say in `purpose` why there is none.",
            )


def has_nobody_lay(group: Group) -> bool:
    """Tell whether no member is lay. A member without a role can be lay."""
    roles = [member.role or "" for member in group.members]
    return all(map(says_who, roles)) and not any(map(is_lay, (*roles, group.chair or "")))


RULE = Rule(
    summary="A committee that decides has a lay member",
    why="Lay members have no practice and no post to gain from a decision. Most committees found count them "
    "towards their quorum.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="Wiltshire's joint committee (S44) and three of the four committees of a research study (S25)",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Primary Care Joint Committee, members: [Chief officer, Two GPs, Director of finance]}
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Joint Committee, members: [Lay member, Two GPs, Director of finance]}
    - {name: Delivery Group, kind: operational group, members: [Chief officer, Two GPs, Director of finance]}
""",
)
