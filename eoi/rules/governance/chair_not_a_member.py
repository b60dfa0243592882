"""Chairs who are not among the members of their group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.roles import is_lay, list_role_words, may_be_same
from eoi.rules.shared.bodies.seats import count_seats
from eoi.submission.governance import Group, Member

# A chair who is still to be chosen, or who takes turns, may be any of the members.
ANY = WordList(
    "elect*|appoint*|rotat*|altern*|turn|turns|chosen|agreed|decided|confirmed|member|either|one of"
)
CHAIRS = WordList("chair|chairs|chairman|chairwoman|chairperson")
OURS = Expression(r"\bCCGs?\b|\bboards?\b|\bgoverning\b", re.IGNORECASE)
ANYBODY = WordList(
    "represent*|nominee|nominees|nominated|member|members|other|others|officers|people|staff|colleagues"
)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        if group.chair and len(group.members) > 1 and is_missing(group.chair, group):
            yield Problem(
                ("governance", "groups", index, "chair"),
                f"The chair of {name_group(group)}, {group.chair}, is not among its members.",
                help="Add the chair to `members`, or write the role in the same words in both places.",
                other=(("governance", "groups", index, "members"), "the members"),
            )


def is_missing(chair: str, group: Group) -> bool:
    """Tell whether no member of the group can be its chair."""
    if ANY.is_in(chair) and not is_lay(chair):
        return False
    return not any(may_hold(chair, member) for member in group.members)


def may_hold(chair: str, member: Member) -> bool:
    """Tell whether a member can be the chair.

    A line for several representatives can include anybody, but one for lay members holds only lay people.
    """
    role = member.role or ""
    if not role or (CHAIRS.is_in(role) and OURS.search(member.body or "CCG")):
        return True
    if are_two_lay_members(chair, role):
        return False
    open_ = count_seats(member, 1).most is None and ANYBODY.is_in(role) and not is_lay(role)
    return bool(open_) or may_be_same(chair, f"{role} {member.body or ''}")


def are_two_lay_members(chair: str, role: str) -> bool:
    """Tell whether two roles are those of lay members for different matters.

    An abbreviation may stand for the same matter, as PPI does for patient and public involvement.
    """
    matters = [list_role_words(one.partition(" for ")[2]) for one in (chair, role)]
    if not all(matters) or not (is_lay(chair) and is_lay(role)):
        return False
    return matters[0].isdisjoint(matters[1]) and not any(
        len(word) > 1 and word.isupper() for word in f"{chair} {role}".replace("CCG", "").split()
    )


RULE = Rule(
    summary="The chair of a group is one of its members",
    why="Who votes and who counts towards the quorum is read from the list of members. A chair who is not in "
    "it leaves both open.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
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
