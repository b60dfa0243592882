"""Committees on which those from practices can outvote or block everybody else."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, decides, groups
from eoi.rules.shared.roles import is_from_a_practice, is_one_person
from eoi.submission.governance import Group


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(groups(case)):
        roles = voters(group) if decides(group) else []
        practices = sum(is_from_a_practice(role) for role in roles)
        if practices and 2 * practices >= len(roles):
            yield Problem(
                ("governance", "groups", index, "members"),
                f"{practices} of the {len(roles)} voting members of {called(group)} come from practices, so "
                "lay members and executives have no majority.",
                help="Add lay or executive members with a vote, or take the vote from some members.",
            )


def voters(group: Group) -> list[str]:
    """Their roles; nothing where a member could be several people, or might vote or not."""
    if any(member.votes is None or not is_one_person(member.role or "") for member in group.members):
        return []
    return [member.role or "" for member in group.members if member.votes]


RULE = Rule(
    summary="Lay and executive members have the majority in a committee that decides",
    why="GPs who decide about payments to practices decide about their own income. A majority of others "
    "answers that.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of the guidance of December 2014",
    forms=("joint", "delegated"),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member, voting: yes}
        - {role: GP cluster lead for the north, voting: yes}
        - {role: GP cluster lead for the south, voting: yes}
""",
    passes="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member, voting: yes}
        - {role: Chief finance officer, voting: yes}
        - {role: GP cluster lead for the north, voting: yes}
        - {role: GP cluster lead for the south, voting: no}
""",
)
