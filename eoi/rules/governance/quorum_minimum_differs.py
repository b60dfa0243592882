"""Quorums that differ in words and in figures, or that count other members than the group lists."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.quorums import read_quorum
from eoi.rules.shared.bodies.seats import Seats, count_all_seats
from eoi.source.nodes import Path
from eoi.submission.governance import Group


def check(case: Case) -> Iterator[Problem]:
    ccgs = len(case.submission.applicants)
    for index, group in enumerate(case.submission.groups):
        at: Path = ("governance", "groups", index)
        if group.quorum:
            yield from compare_figures(group, at, ccgs)
            yield from compare_members(group, at, ccgs)


def compare_figures(group: Group, at: Path, ccgs: int) -> Iterator[Problem]:
    """Compare the quorum in figures with the quorum in words.

    A share may be a share of the voters or of all members.
    """
    quorum, stated = read_quorum(group.quorum or ""), group.quorum_minimum
    possible = (
        {quorum.least(number, ccgs) for number in list_numbers_of_members(group, ccgs)}
        if quorum.share
        else set()
    )
    if quorum.people is not None:
        possible = {quorum.people, quorum.least(0, ccgs)}
    if stated and possible and int(stated.amount) not in possible:
        words = " or ".join(str(number) for number in sorted(number for number in possible if number))
        yield Problem(
            (*at, "quorum_minimum"),
            f"The quorum of {name_group(group)} is {stated} in figures, and {words} in words.",
            help="Correct one of the two.",
            other=((*at, "quorum"), f"{words} by these words"),
        )


def compare_members(group: Group, at: Path, ccgs: int) -> Iterator[Problem]:
    """Report a quorum "of" another number of members than the group lists, such as four of nine."""
    counted = read_quorum(group.quorum or "").out_of
    listed = list_numbers_of_members(group, ccgs) if counted else []
    if counted and listed and counted not in listed:
        yield Problem(
            (*at, "quorum"),
            f"The quorum of {name_group(group)} is of {counted} members, and {' or '.join(map(str, listed))} "
            "are listed.",
            help="Correct the number, or the members.",
            other=((*at, "members"), "the members"),
        )


def list_numbers_of_members(group: Group, ccgs: int) -> list[int]:
    """Return the number of voters and the number of members, once if they are equal.

    Return an empty list if either is inexact.
    """
    voters = [member for member in group.members if member.votes is not False]
    found = [add_exact_seats(count_all_seats(some, ccgs)) for some in (voters, group.members) if some]
    return sorted({number for number in found if number}) if all(found) else []


def add_exact_seats(seats: Seats) -> int | None:
    """Return the number of seats, or None if it is not exact."""
    return seats.least if seats.is_exact else None


RULE = Rule(
    summary="A quorum is the same in words, in figures and by the list of members",
    why="Two quorums for one group leave open whether a meeting could decide.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[].quorum",),
    fails="""
governance:
  groups:
    - name: Primary Care Committee
      members: [Two lay members, Chief officer, Finance director, Four GPs]
      quorum: Half plus one
      quorum_minimum: 4
""",
    passes="""
governance:
  groups:
    - name: Primary Care Committee
      members: [Two lay members, Chief officer, Finance director, Four GPs]
      quorum: Half plus one
      quorum_minimum: 5
    - {name: Delivery Group, quorum: As in its terms of reference, quorum_minimum: 3}
""",
)
