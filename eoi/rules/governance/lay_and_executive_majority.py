"""Committees on which those from practices can outvote or block everybody else."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.rules.shared.bodies.roles import is_from_a_practice
from eoi.rules.shared.bodies.seats import Seats, count_all_seats
from eoi.submission.governance import Group, Member

# A list of one or two members that does not say who votes is taken as unfinished.
FEWEST = 3


def check(case: Case) -> Iterator[Problem]:
    ccgs = len(case.submission.applicants)
    for index, group in enumerate(case.submission.groups):
        practices, others = list[Member](), list[Member]()
        for member in list_voters(group) if decides(case, group) else ():
            (practices if is_from_a_practice(describe_member(member)) else others).append(member)
        if not practices:
            continue
        known, most = count_all_seats(practices, ccgs), count_all_seats(others, ccgs).most
        if most is not None and known.least >= most:
            yield Problem(
                ("governance", "groups", index, "members"),
                f"{describe_share(known, most)} from practices, so lay members and executives have no "
                f"majority on {name_group(group)}.",
                help="Add lay or executive members with a vote, or take the vote from some members.",
            )


def describe_share(known: Seats, others: int) -> str:
    """Return how many of the voting members come, such as `5 of the 9 voting members come`."""
    if known.least + others == 1:
        return "The only voting member comes"
    least = "" if known.is_exact else "At least "
    come = "comes" if known.least == 1 else "come"
    return f"{least}{known.least} of the {known.least + others} voting members {come}"


def describe_member(member: Member) -> str:
    """Return the role and the body of a member, to look for words in."""
    return f"{member.role or ''} {member.body or ''}"


def list_voters(group: Group) -> list[Member]:
    """List the members who can vote: all who are not marked as non-voting.

    Return an empty list if some are marked as voting and others are not marked, or if the list is unfinished.
    """
    said = [member.votes for member in group.members]
    if None in said and (True in said or len(said) < FEWEST):
        return []
    return [member for member in group.members if member.votes is not False]


RULE = Rule(
    summary="Lay and executive members have the majority in a committee that decides",
    why="GPs who decide about payments to practices decide about their own income. A majority of others "
    "answers that.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of the guidance of December 2014",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member, voting: yes}
        - {role: Chief officer, voting: yes}
        - {role: Three GP members, voting: yes}
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
