"""Groups without a member from the Health and Wellbeing Board or the council."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import (
    find_first_with_members,
    name_group,
    read_about_seats,
)
from eoi.rules.shared.problems import mentions

# All committees that were found include either the Board or the council that it is part of.
BOARD_OR_COUNCIL = Expression(
    r"\b(?:health (?:and|&) well-?being\b|h&?wbb?\b|"
    r"(?<!medical )(?<!dental )(?<!optical )(?<!pharmaceutical )(?<!midwifery )(?<!members. )"
    r"council(?:s|lors?)?\b(?! of members)|local authorit|borough\b|public health\b)"
)


def check(case: Case) -> Iterator[Problem]:
    index = find_first_with_members(case)
    if index is None or mentions(BOARD_OR_COUNCIL, read_about_seats(case)):
        return
    yield Problem(
        ("governance", "groups", index, "members"),
        f"Neither the Health and Wellbeing Board nor the council is among the members of "
        f"{name_group(case.submission.groups[index])} or of any other group.",
        help="Add a member such as `{role: Representative, body: Health and Wellbeing Board, voting: no}`, "
        "or say in `governance.introduction` how the Board is heard.",
    )


RULE = Rule(
    summary="The Health and Wellbeing Board has a seat in one of the groups",
    why="Councils asked for a say in primary care, and the committees of 2015 invited the Health and "
    "Wellbeing Board or the council, without a vote.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of Next steps, November 2014; BaNES; Sunderland (S39), Dudley (S42)",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - name: Primary Care Group
      members: [Lay member, {role: Chair, body: Healthwatch Somewhere}]
""",
    passes="""
governance:
  groups:
    - name: Primary Care Group
      members: [Lay member, {role: Chair, body: Health & Wellbeing Board}]
""",
)
