"""Members who are listed twice in a group, once with a vote and once without."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.roles import is_one_person
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.governance import Member

# Two GPs of whom one votes are two members, but a group has one lay member for audit and one chief officer.
PARTICULAR = Expression(
    r"\(|\bfor\b|\b(?:chief|accountable|director|secretary|chair|vice|deputy|guardian)\b",
    words="(|for|chief|accountable|director|secretary|chair|vice|deputy|guardian",
)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        first: dict[tuple[str, str], int] = {}
        for number, member in enumerate(group.members):
            if member.votes is None or not is_one_seat(case, member):
                continue
            key = (reduce_to_words(member.role or ""), reduce_to_words(member.body or ""))
            earlier = first.setdefault(key, number)
            if group.members[earlier].votes is not member.votes:
                path = ("governance", "groups", index, "members")
                yield Problem(
                    (*path, number),
                    f"{member.role} stands twice in {name_group(group)}, once with a vote and once without.",
                    help="Delete one of the two, or write in `role` or `body` how they differ.",
                    other=((*path, earlier), "first listed here"),
                )


def is_one_seat(case: Case, member: Member) -> bool:
    """Tell whether a line can only mean one person. Each of several CCGs can have its own chief officer."""
    role = member.role or ""
    if case.is_joint and not member.body:
        return False
    return PARTICULAR.search(role.lower()) is not None and is_one_person(role)


RULE = Rule(
    summary="No member of a group both has a vote and has none",
    why="Conflicts of interest turn on who votes. A member in two lines with two answers can be counted "
    "either way.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[].members[].voting",),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member (PPI), voting: yes}
        - {role: Lay Member (PPI), voting: no}
""",
    passes="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member (PPI), voting: yes}
        - {role: Lay member (audit), voting: no}
        - {role: GP, voting: yes}
        - {role: GP, voting: no}
""",
)
