"""A chair who is not among the members of the group."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, groups
from eoi.rules.shared.likeness import SMALL, key, telling_words
from eoi.rules.shared.roles import is_lay, is_one_person
from eoi.submission.governance import Group

COMMON = SMALL | frozenset(("chair", "vice", "deputy", "member", "members", "ccg", "nhs", "board"))


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(groups(case)):
        if group.chair and len(group.members) > 1 and is_missing(group):
            yield Problem(
                ("governance", "groups", index, "chair"),
                f"The chair of {called(group)}, {group.chair}, is not among its members.",
                help="Add the chair to `members`, or write the role in the same words in both places.",
                other=(("governance", "groups", index, "members"), "the members"),
            )


def is_missing(group: Group) -> bool:
    """Only where every seat is one person's, so that no "lay members" can hold the chair."""
    if any(not is_one_person(member.role or "") for member in group.members):
        return False
    return not any(
        may_be(group.chair or "", f"{member.role} {member.body or ''}") for member in group.members
    )


def may_be(chair: str, seat: str) -> bool:
    wanted, offered = telling_words(chair, COMMON), telling_words(seat, COMMON)
    return (
        bool(wanted & offered)
        or not wanted
        or (is_lay(chair) and is_lay(seat))
        or "chair" in key(seat).split()
    )


RULE = Rule(
    summary="The chair of a group is one of its members",
    why="Who votes and who counts towards the quorum is read from the list of members. A chair who is not in "
    "it leaves both open.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
governance:
  groups:
    - {name: Primary Care Committee, chair: Medical director, members: [Lay member, Chief officer, Nurse]}
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Committee, chair: Lay member, members: [Lay member for audit, Chief officer, Nurse]}
""",
)
