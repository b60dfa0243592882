"""Quorums of more people than the group has, or of more lay members or GPs than it has."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.quorums import is_of_kind, list_needs, read_quorum
from eoi.rules.shared.bodies.roles import says_who
from eoi.rules.shared.bodies.seats import count_all_seats
from eoi.source.nodes import Path
from eoi.submission.governance import Group, Member


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        at: Path = ("governance", "groups", index)
        if group.members and (group.quorum or group.quorum_minimum):
            yield from find_too_few(case, group, at) or find_too_few_of_kind(case, group, at)


def find_too_few(case: Case, group: Group, at: Path) -> list[Problem]:
    """Find a quorum larger than the group, or than its number of voters."""
    ccgs = len(case.submission.applicants)
    everybody = count_all_seats(group.members, ccgs).most
    field, needed = read_least_people(group, everybody, ccgs)
    voters = count_all_seats(list_possible_voters(group), ccgs).most
    if needed is None or everybody is None or voters is None:
        return []
    if needed > everybody:
        people, severity = f"{everybody} {'member' if everybody == 1 else 'members'}", None
        remedy = f"Correct `{field}`, or complete the members."
    elif needed > voters and "non-voting" not in (group.quorum or "").lower():
        # Some committees count members who do not vote.
        people, severity = f"{voters} voting {'member' if voters == 1 else 'members'}", Severity.ADVICE
        remedy = f"Correct `{field}`, complete the members, or say in `quorum` who else counts."
    else:
        return []
    return [
        Problem(
            (*at, field),
            f"{name_group(group, begins=True)} needs {needed} people for a quorum, and lists {people}.",
            help=remedy,
            other=((*at, "members"), people),
            severity=severity,
        )
    ]


def read_least_people(group: Group, members: int | None, ccgs: int) -> tuple[str, int | None]:
    """Return the field that states the quorum, and how many people it asks for, or None if it is unclear."""
    if group.quorum_minimum:
        return "quorum_minimum", int(group.quorum_minimum.amount)
    return "quorum", read_quorum(group.quorum or "").least(members or 0, ccgs)


def find_too_few_of_kind(case: Case, group: Group, at: Path) -> list[Problem]:
    """Find a quorum that asks for more lay members, or GPs, than the group has."""
    found = []
    ccgs = len(case.submission.applicants)
    times = ccgs if read_quorum(group.quorum or "").each_ccg else 1
    for kind, number in list_needs(group.quorum or ""):
        needed, there = number * times, count_seats_of_kind(kind, group, ccgs)
        if there is not None and needed > there:
            one = "lay member" if kind == "lay" else kind
            people = one if needed == 1 else f"{one}s"
            found.append(
                Problem(
                    (*at, "quorum"),
                    f"The quorum of {name_group(group)} needs {needed} {people}, and its members "
                    f"include {there or 'none'}.",
                    help="Correct `quorum`, or add the members who are missing.",
                    other=((*at, "members"), "the members"),
                )
            )
    return found


def count_seats_of_kind(kind: str, group: Group, ccgs: int) -> int | None:
    """Count the members of a kind. Return None if one of them can be of any kind."""
    if not all(says_who(member.role or "") for member in group.members):
        return None
    return count_all_seats((one for one in group.members if is_of_kind(kind, one.role or "")), ccgs).most


def list_possible_voters(group: Group) -> list[Member]:
    """List the members who vote, or who are not marked as non-voting."""
    return [member for member in group.members if member.votes is not False]


RULE = Rule(
    summary="A group has enough members for its quorum",
    why="A group that can never reach its quorum can never decide. The members or the number are wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the members and the quorum in the file; quorum rules differ widely (S25)",
    needs=(
        "governance.groups[].quorum",
        "governance.groups[].quorum_minimum",
    ),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members: [Lay member, Chief officer, Four GPs]
      quorum: Five members, including two lay members
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Committee, members: [Lay member, Four elected GPs], quorum_minimum: 4}
    - {name: Delivery Group, members: [Project manager, Administrator], quorum_minimum: 2}
""",
)
