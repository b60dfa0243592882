"""The chair of a group, in long texts and in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies import find_roles
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.groups_in_sentences import GroupMention, find_group_meant, list_groups_to_name
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_about_another, is_certain, is_denied
from eoi.rules.shared.prose.words import SMALL, reduce_to_words

CHAIRS = Expression(
    r"\bchaired\b|\bchairs\b|\b(?:will|would|shall|should|to|who) chair\b|\bin the chair\b|\b(?:as|"
    r"be) (?:its |the |a )?chair\b|"
    r"\btakes? the chair\b|\bpresid\w+\b|\bchairing\b|\bchairmanship\b|\b(?:has|have|"
    r"with) an? [\w -]{1,40}chair\b|"
    r"\b(?:group|committee)'s chair\b|"
    r"\bchair (?:rotates|alternates|will|would|is)\b",
    words="chaired|chairs|chairing|chairmanship|presid|will chair|would chair|shall chair|should chair|"
    "to chair|who chair|in the chair|as the chair|be the chair|take the chair|takes the chair|as chair|"
    "be chair|its chair|a chair|has a|have a|with a|'s chair|chair rot|chair alt|chair will|chair would|"
    "chair is",
)
OF_A_GROUP = Expression(
    r"\bchair(?:man|woman|person)? of the (?:(?!board|council|ccg)[\w-]{1,30} ){0,5}(?:group|committee)",
    words="group|committee",
)
ROTATES = WordList("rotat*|alternat*|in turn|take turns")
DEPUTY = Expression(r"\b(?:vice|deputy)[- ]?chair|\bformer chair\b|\bin the absence\b")
# `Our Chair will also chair the committee` names the chair of the CCG.
OWN_CHAIR = Expression(
    r"\b(?:our|the (?:ccg|governing body)'s) (?:clinical |elected )?"
    r"chair (?:will|would|is to) (?:also )?chair\b",
    words="chair will|chair would|chair is",
)
# The head of a department may be a nurse or a GP, but is no lay member and none of the chief officers.
NO_HEADS = frozenset(("lay", "officer", "finance"))
HEAD = Expression(
    r"\W*(?:the |our )?(?:deputy |assistant )?head of [a-z ]{3,40}$", re.IGNORECASE, words="head of"
)
COMMON = SMALL | frozenset(
    ("chair", "member", "ccg", "board", "governing", "body", "nhs", "who", "which", "is", "be")
)


def check(case: Case) -> Iterator[Problem]:
    listed = list_groups_to_name(case)
    if not any(one.group.chair for one in listed):
        return
    for sentence in case.prose.find_sentences("chair", "presid"):
        if (
            (CHAIRS.search(sentence.flat) or OF_A_GROUP.search(sentence.flat))
            and not DEPUTY.search(sentence.flat)
            and is_certain(sentence)
            and (meant := find_group_meant(sentence, listed))
            and meant.group.chair
        ):
            yield from judge(sentence, meant, meant.group.chair)


def judge(sentence: Sentence, meant: GroupMention, chair: str) -> Iterator[Problem]:
    flat = sentence.flat
    chairs = CHAIRS.search(flat)
    if chairs and (
        is_denied(flat, *chairs.span()) or is_about_another(flat, meant.start, meant.end, chairs.start())
    ):
        return
    said, stated = find_roles(remove_group(sentence.flat, meant)), find_roles(chair)
    if not stated and HEAD.match(chair):
        said, stated = said & NO_HEADS, frozenset(["head"])
    if OWN_CHAIR.search(flat) and stated and "chair" not in chair.lower():
        said = said | {"chair of the ccg"}
    turns = ROTATES.is_in(sentence.flat) and not ROTATES.is_in(chair.lower())
    if turns or (said and stated and not said & stated and not share_words(sentence.flat, chair)):
        yield report_contradiction(
            sentence,
            f"This does not agree with the field: the chair of {name_group(meant.group)} is {chair}.",
            ("governance", "groups", meant.number, "chair"),
        )


def remove_group(flat: str, meant: GroupMention) -> str:
    """Remove the group's name: `Primary Care Group` is no clue to who chairs it."""
    name = (meant.group.name or "").lower()
    return flat.replace(name, " ") if name else flat


def share_words(said: str, chair: str) -> bool:
    """Tell whether a text contains all the words of the chair in the field, apart from common ones."""
    words = set(reduce_to_words(chair).split()) - COMMON
    return bool(words) and words <= set(reduce_to_words(said).split())


RULE = Rule(
    summary="Texts and fields name the same chair of each group",
    why="Because of conflicts of interest, an assessor first asks who chairs a committee.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Strategic Primary Care Group, chair: Lay member}
  introduction: The chief officer will take the chair of the Strategic Primary Care Group.
""",
    passes="""
governance:
  groups:
    - {name: Strategic Primary Care Group, chair: Lay member}
  introduction: |
    The Strategic Primary Care Group is chaired by a lay member of the Board. A GP is its vice-chair.
    The chair of the Health and Wellbeing Board sits on the group.
""",
)
