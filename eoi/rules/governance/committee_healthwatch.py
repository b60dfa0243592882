"""Groups without a member from Healthwatch."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import (
    find_first_with_members,
    name_group,
    read_about_seats,
)
from eoi.rules.shared.problems import leaves_out, mentions

HEALTHWATCH = WordList("healthwatch|health watch")


def check(case: Case) -> Iterator[Problem]:
    index = find_first_with_members(case)
    if index is None or mentions(HEALTHWATCH, read_about_seats(case)) or is_said_of_engagement(case):
        return
    yield Problem(
        ("governance", "groups", index, "members"),
        f"Healthwatch is not among the members of {name_group(case.submission.groups[index])} or of any "
        "other group.",
        help="Add a member such as `{role: Representative, body: Healthwatch, voting: no}`, or say in "
        "`governance.introduction` how Healthwatch is heard.",
    )


def is_said_of_engagement(case: Case) -> bool:
    """Tell whether another finding already says that Healthwatch was not asked or gave no view."""
    engagement = case.submission.engagement
    stakeholders = engagement.stakeholders if engagement else ()
    named = [one for one in stakeholders if is_healthwatch(one.name or "")]
    return not all(one.has_answered for one in named) or leaves_out(case, HEALTHWATCH)


def is_healthwatch(name: str) -> bool:
    """Tell whether a name is that of a Healthwatch."""
    return HEALTHWATCH.is_in(name)


RULE = Rule(
    summary="Healthwatch has a seat in one of the groups",
    why="Healthwatch speaks for patients where decisions about their practices are taken. Committees of "
    "2015 invited it, without a vote.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of Next steps, November 2014; Sunderland's committee (S39)",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - name: Primary Care Group
      members: [Lay member, Accountable officer]
""",
    passes="""
governance:
  groups:
    - name: Primary Care Group
      members: [Lay member, {role: Chair, body: Healthwatch Somewhere, voting: no}]
""",
)
