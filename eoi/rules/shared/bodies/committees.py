"""The groups of the governance section, and which of them decide by their purpose, kind or members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared import join_texts
from eoi.rules.shared.bodies.groups_in_sentences import KnownGroup, describe_group, is_meant
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.problems import leaves_open
from eoi.submission.governance import Governance, Group
from eoi.submission.part import replace

DECIDES = Expression(r"\bcommittees?\b|\bdecision[- ]making\b", re.IGNORECASE, words="committee|decision")
ADVISES = WordList("advisory|operational|working|steering|reference|task|audit|scrutiny")
SENTENCES = Expression(r"(?<=[.;!?])\s+")
TAKES_DECISIONS = Expression(
    r"\b(?:decides?|deciding|approves?|approving|awards?|awarding|determines?)\b"
    r"|\b(?:tak(?:es?|ing)|mak(?:es?|ing))\s+(?:\w+\s+){0,4}decisions\b"
    r"|\bdecisions\b[^.;]{0,60}\b(?:taken|made) (?:by|in) (?:it|this|the group)\b"
    r"|\bdecision[- ]making (?:body|group|forum|powers?|authority)\b"
    r"|\b(?:delegated|full) (?:authority|powers?)\b",
    re.IGNORECASE,
    words="decid|decision|approv|award|determine|authority|power",
)
PREPARES = Expression(
    r"\b(?:advises?|advising|advice|recommend\w*|prepar\w+|propos\w+|suggest\w*|helps?|supports?|informs?)\b"
    r"|\b(?:no|not|nor|never|cannot|without|before|until|once|unless)\b|n't\b"
    r"|\b(?:board|governing body|NHS England|area team) (?:(?:will|would|to|then|still|can) )?"
    r"(?:decide|approve|determine)",
    re.IGNORECASE,
)
ONLY_PREPARES = Expression(
    r"\b(?:advises?|makes? recommendations|recommends?)\b"
    r"|\b(?:no|not|cannot|without) (?:\w+ ){0,3}"
    r"(?:decid\w+|decisions?|approve|(?:decision-making|delegated) \w+)",
    re.IGNORECASE,
    words="advise|recommend|decid|decision|approve|delegated",
)
ADVISORY = WordList("advisory")
ARTICLES = ("the", "our", "this", "a", "an")
KINDS = ("committee", "group", "board", "forum")


@work_out_once
def list_deciding(case: Case) -> tuple[bool, ...]:
    """Return for each group whether it decides."""
    return tuple([is_said_to_decide(case, group) for group in case.submission.groups])


def decides(case: Case, group: Group) -> bool:
    """Tell whether a group decides."""
    each = zip(case.submission.groups, list_deciding(case), strict=True)
    return next(said for one, said in each if one is group)


def is_said_to_decide(case: Case, group: Group) -> bool:
    """Tell whether a group decides, by its purpose, kind, name and votes, or else by the tables."""
    said = says_whether_it_decides(group.purpose or "")
    if said is None:
        said = is_of_a_kind_that_decides(group.kind or "")
    if said is None and ADVISORY.is_in(group.name or ""):
        return False
    if said is None and any(member.votes for member in group.members):
        return True
    if said is None:
        said = is_of_a_kind_that_decides(group.name or "")
    return is_given_decisions(case, group) if said is None else said


def says_whether_it_decides(purpose: str) -> bool | None:
    """Tell whether a purpose says that the group decides. Return None if it does not say."""
    if any(find_deciding_sentences(purpose)):
        return True
    return False if ONLY_PREPARES.search(" ".join(purpose.split())) else None


def find_deciding_sentences(purpose: str) -> Iterator[str]:
    """Yield the sentences of a purpose that say plainly that the group decides."""
    for said in SENTENCES.split(" ".join(purpose.split())):
        if TAKES_DECISIONS.search(said) and not PREPARES.search(said) and not leaves_open(said):
            yield said


def is_of_a_kind_that_decides(words: str) -> bool | None:
    """Return True for a committee, False for an advisory group, or None for any other words."""
    if ADVISES.is_in(words):
        return False
    return True if DECIDES.search(words) else None


def is_given_decisions(case: Case, group: Group) -> bool:
    """Tell whether a group decides on a function in the scope table or keeps a reserved decision."""
    governance, itself = case.submission.governance, [describe_group(group)]
    kept = governance.reserved_decisions if governance else ()
    return any(names_it(decision.body, itself) for decision in kept) or any(
        names_it(row.function.forum, itself)
        for row in list_rows(case)
        if row.is_in and row.function.led_by in ("ccg", "joint", None)
    )


def names_it(text: str | None, itself: list[KnownGroup]) -> bool:
    """Tell whether a text names the group that is alone in the list `itself`."""
    return bool(text) and bool(itself[0].words or itself[0].meets) and is_meant(text or "", itself)


def name_group(group: Group, *, begins: bool = False) -> str:
    """Return the name of a group with its article, such as `the Strategic Group`.

    `begins` gives it a capital for the beginning of a sentence.
    """
    name = group.name or group.kind
    words = f"the {name}" if name and not has_article(name) else name or "this group"
    return words[0].upper() + words[1:] if begins else words


def has_article(name: str) -> bool:
    """Tell whether a name has or needs no article: "our steering group", "Committee A", "Group 2"."""
    words = name.lower().split()
    is_numbered = len(words) > 1 and words[-2] in KINDS and (len(words[-1]) == 1 or words[-1].isdigit())
    return words[0] in ARTICLES or is_numbered


def read_about_seats(case: Case) -> str:
    """Return the text on who sits in the groups, in lower case, without whom they report to or replace."""
    governance = case.submission.governance
    if governance is None:
        return ""
    groups = tuple(replace(group, reports_to=(), replaces=None, purpose=None) for group in governance.groups)
    return join_texts(Governance(introduction=governance.introduction, groups=groups)).lower()


def find_first_with_members(case: Case) -> int | None:
    """Return the index of the first group with members, or None. A group that decides comes first."""
    listed = [index for index, group in enumerate(case.submission.groups) if group.members]
    those_that_decide = [index for index in listed if list_deciding(case)[index]]
    return next(iter(those_that_decide or listed), None)
