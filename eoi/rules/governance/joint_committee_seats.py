"""A joint committee seats every applicant and NHS England, and no CCG that does not apply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, groups
from eoi.source.nodes import Path
from eoi.submission.ccg_names import is_named, name_words, names_another, names_of
from eoi.submission.governance import Group

JOINT = re.compile(r"\bjoint\b.{0,40}\bcommittee\b", re.IGNORECASE)
NHS_ENGLAND = re.compile(r"\b(?:NHS England|NHSE|area team|commissioning board)\b", re.IGNORECASE)
EVERY_CCG = re.compile(r"\b(?:each|every|all)\b.{0,30}\b(?:CCGs?|applicants?)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(groups(case)):
        seats = [f"{member.role or ''} {member.body or ''}" for member in group.members]
        if is_joint_committee(group) and any(member.body for member in group.members):
            at: Path = ("governance", "groups", index, "members")
            yield from missing_seats(case, group, at, seats)
            yield from strangers(case, group, at)


def is_joint_committee(group: Group) -> bool:
    return JOINT.search(f"{group.kind or ''} {group.name or ''}") is not None


def missing_seats(case: Case, group: Group, at: Path, seats: list[str]) -> Iterator[Problem]:
    without = [] if any(map(EVERY_CCG.search, seats)) else list(applicants_without_seat(case, seats))
    if not any(map(NHS_ENGLAND.search, seats)):
        without.append("NHS England")
    if without:
        yield Problem(
            at,
            f"{called(group, begins=True)} is a joint committee, and its members name nobody from "
            f"{', '.join(without)}.",
            help="Add their members with the `body` they come from, or say in `kind` what the group is.",
        )


def applicants_without_seat(case: Case, seats: list[str]) -> Iterator[str]:
    """A lone applicant is meant by "the CCG"."""
    applicants = case.submission.applicants
    for applicant in applicants if len(applicants) > 1 else ():
        if not any(is_named(names_of(applicant), name_words(seat)) for seat in seats):
            yield applicant.known_as


def strangers(case: Case, group: Group, at: Path) -> Iterator[Problem]:
    names = [name for applicant in case.submission.applicants for name in names_of(applicant)]
    for number, member in enumerate(group.members):
        if member.body and member.votes is not False and names_another(member.body, names):
            yield Problem(
                (*at, number, "body"),
                f"{member.body} has a seat on {called(group)}, but does not apply.",
                help="Correct the name, add it to `applicants`, or write `voting: no` if it only attends.",
                other=(("applicants", 0, "name"), "the applicants"),
            )


RULE = Rule(
    summary="A joint committee seats every applicant and NHS England",
    why="A joint committee decides for all its members. A CCG without a seat cannot be bound by it, and a "
    "stranger cannot bind the others.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="joint committees of CCGs and NHS England: Wiltshire (S44), South West London (S37), Hull (S45)",
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - name: Joint Committee
      members:
        - {role: Chair, body: NHS Somewhere CCG}
        - {role: Director, body: NHS England}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - name: Joint Committee
      members:
        - {role: Chair, body: NHS Somewhere CCG}
        - {role: Chief officer, body: Elsewhere CCG}
        - {role: Director, body: NHS England}
""",
)
