"""A quorum of more people than the group has."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, groups
from eoi.rules.shared.roles import is_one_person
from eoi.submission.governance import Group


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(groups(case)):
        quorum = group.quorum_minimum
        if not quorum or not group.members or not all(is_one_person(m.role or "") for m in group.members):
            continue
        everybody, voters = len(group.members), may_vote(group)
        if quorum.amount > everybody:
            people, severity = f"{everybody} {'member' if everybody == 1 else 'members'}", None
        elif quorum.amount > voters and "non-voting" not in (group.quorum or "").lower():
            # Some committees count members who do not vote.
            people, severity = f"{voters} voting {'member' if voters == 1 else 'members'}", Severity.ADVICE
        else:
            continue
        yield Problem(
            ("governance", "groups", index, "quorum_minimum"),
            f"{called(group, begins=True)} needs {quorum} people for a quorum, and lists {people}.",
            help="Correct `quorum_minimum`, complete the members, or say in `quorum` who else counts.",
            other=(("governance", "groups", index, "members"), people),
            severity=severity,
        )


def may_vote(group: Group) -> int:
    return sum(member.votes is not False for member in group.members)


RULE = Rule(
    summary="A group has enough members for its quorum",
    why="A group that can never reach its quorum can never decide. The members or the number are wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the members and the quorum in the file; quorum rules differ widely (S25)",
    fails="""
governance:
  groups:
    - {name: Primary Care Committee, members: [Lay member, Chief officer], quorum_minimum: 4}
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Committee, members: [Lay member, Four elected GPs], quorum_minimum: 4}
    - {name: Delivery Group, members: [Project manager, Administrator], quorum_minimum: 2}
""",
)
