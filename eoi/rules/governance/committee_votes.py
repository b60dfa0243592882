"""Groups that say of some members whether they vote, and not of others."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        open_ = [number for number, member in enumerate(group.members) if member.votes is None]
        # Where only those without a vote are marked, the others vote.
        if not open_ or not any(member.votes for member in group.members):
            continue
        member = group.members[open_[0]]
        yield Problem(
            ("governance", "groups", index, "members", open_[0]),
            f"{name_group(group, begins=True)} lists {len(group.members)} kinds of members, and does not say "
            f"of {len(open_)} whether they vote. The first is: {member.role or member.body}.",
            help="Add `voting: yes` or `voting: no` to each of them.",
        )


RULE = Rule(
    summary="Where some members' votes are given, all are",
    why="Conflicts of interest turn on who votes. A member of whom nothing is said can be counted either "
    "way.",
    check=check,
    severity=Severity.WARNING,
    certainty="seen",
    source="terms of reference say of each member whether they vote: Wiltshire (S44), Dudley (S42)",
    needs=("governance.groups[].members[].voting",),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member, voting: yes}
        - {role: Local Medical Committee}
""",
    passes="""
governance:
  groups:
    - name: Primary Care Committee
      members:
        - {role: Lay member, voting: yes}
        - {role: Local Medical Committee, voting: no}
    - name: Delivery Group
      members: [Project manager, Administrator]
""",
)
