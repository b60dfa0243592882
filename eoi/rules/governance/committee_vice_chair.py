"""Vice-chairs of committees who come from a practice or are officers, or who are the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.rules.shared.bodies.roles import CHAIR, FROM_OUTSIDE, INTEREST, TAKES_OVER, is_plainly_not_lay
from eoi.rules.shared.problems import has_sentence_with
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.governance import Group

VICE = r"(?:vice|deputy)[- ]?chair(?:man|woman|person)?"
AS_CHAIR = Expression(r"(?<=\w)\W{1,4}chair(?:man|woman|person)?\W{0,4}$", re.IGNORECASE, words="chair")
IS = r"(?:is|will be|would be|shall be)"
ROLE = r"(?P<{}>[\w'’ &-]{{2,60}})"
# In a list of members, or in a sentence.
LISTED = Expression(
    rf"^{ROLE.format('before')}(?:\s?\({VICE}\)|[,;–]\s?{VICE})$"
    rf"|^{VICE}\s?(?:[:–,]|\()\s?{ROLE.format('after')}\)?$",
    re.IGNORECASE,
    words="vice|deputy",
)
SAID = Expression(
    rf"\b{VICE}\s?(?:[:–(]|\b{IS}\b)\s?(?:an? |the |one of the )?{ROLE.format('after')}",
    re.IGNORECASE,
    words="vice|deputy",
)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        for path, role in (
            list_vice_chairs(group, ("governance", "groups", index)) if decides(case, group) else ()
        ):
            if is_plainly_not_lay(role) and not FROM_OUTSIDE.is_in(role):
                if has_sentence_with(group.purpose, CHAIR, INTEREST, TAKES_OVER):
                    continue
                yield Problem(
                    path,
                    f"{name_group(group, begins=True)} takes decisions, and its vice-chair is not a lay "
                    f"member: {role}.",
                    help="Name a second lay member as vice-chair, or say in `purpose` who takes the chair "
                    "when the chair and the vice-chair have an interest.",
                )
            elif (
                group.chair
                and reduce_to_words(group.chair) == reduce_to_words(role)
                and is_alone(group, role)
            ):
                yield Problem(
                    path,
                    f"The vice-chair of {name_group(group)} is its chair: {role}.",
                    help="Name somebody else as vice-chair. If these are two people, add to each role what "
                    "tells them apart.",
                    other=(("governance", "groups", index, "chair"), "the chair"),
                )


def is_alone(group: Group, role: str) -> bool:
    """Tell whether a group lists no other member with the role of the vice-chair, who is then its chair."""
    listed = [reduce_to_words(AS_CHAIR.sub("", member.role or "")) for member in group.members]
    return reduce_to_words(role) not in listed


def list_vice_chairs(group: Group, at: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path of each vice-chair, and the words for who it is."""
    for number, member in enumerate(group.members):
        if match := LISTED.match(member.role or ""):
            yield (*at, "members", number, "role"), (match["before"] or match["after"]).strip()
    for field in ("chair", "purpose"):
        if match := SAID.search(getattr(group, field) or ""):
            yield (*at, field), match["after"].strip()


RULE = Rule(
    summary="The vice-chair of a committee that decides is a lay member or comes from outside",
    why="When the chair has an interest the vice-chair takes over. A vice-chair from a practice often has "
    "the same interest. Wiltshire's was a doctor of a hospital.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge of the guidance of December 2014; Wiltshire's joint committee (S44)",
    forms=("joint", "delegated"),
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Joint Committee, chair: Lay member, members: [Lay member, GP cluster lead (vice-chair)]}
""",
    passes="""
governance:
  groups:
    - {name: Joint Committee, chair: Lay member, members: [Lay member, Secondary care doctor (vice-chair)]}
    - {name: Delivery Group, kind: operational group, members: [Chief officer, GP (vice-chair)]}
""",
)
