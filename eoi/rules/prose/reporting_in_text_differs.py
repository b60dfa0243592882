"""The body that a group reports to, in long texts and in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies import find_bodies
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.groups_in_sentences import (
    GroupMention,
    ListedGroup,
    find_groups_meant,
    list_groups_to_name,
)
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain, is_denied
from eoi.rules.shared.prose.words import SMALL, reduce_to_words
from eoi.submission.scope import normalise_name

REPORTS = Expression(
    r"\b(?:reports?(?:ing)?|answers?|answerable|accountable|responsible|"
    r"go(?:es)?)\b[\w' ]{0,40}?\bto (?:the |our |its |a )?"
    r"(?P<to>[\w&' -]{2,70})",
    words="to ",
)
REPORT_WORD = WordList("report*|answer*|account*|responsible*")
BY_WAY_OF = WordList("through|via|by way of|and then|in turn|ultimately|as well|also")
ROOTS = ("report", "answer", "accountable", "responsible to")
COMMON = SMALL | frozenset(("ccg", "nhs", "committee", "group", "board"))


def check(case: Case) -> Iterator[Problem]:
    listed = list_groups_to_name(case)
    if not any(one.group.reports_to for one in listed):
        return
    for sentence in case.prose.find_sentences(*ROOTS):
        match = REPORTS.search(sentence.flat)
        if match and is_certain(sentence) and not is_qualified(sentence.flat, match):
            yield from judge(sentence, match, listed)


def is_qualified(flat: str, match: re.Match[str]) -> bool:
    """Tell whether a group reports by way of another body, or does not report there at all."""
    return BY_WAY_OF.is_in(flat) or is_denied(flat, *match.span())


def judge(sentence: Sentence, match: re.Match[str], listed: list[ListedGroup]) -> Iterator[Problem]:
    named = list(find_groups_meant(sentence.flat, listed))
    who = next((one for one in named if one.end <= match.start("to")), None)
    if who is None or not who.group.reports_to or not REPORT_WORD.is_in(sentence.flat):
        return
    to_group = next((one for one in named if one.start >= match.start("to")), None)
    if not is_listed(match["to"], to_group, who):
        stated = " and ".join(who.group.reports_to)
        yield report_contradiction(
            sentence,
            f"This does not agree with the field: {name_group(who.group)} reports to {stated}.",
            ("governance", "groups", who.number, "reports_to"),
            at=match.span(),
        )


def is_listed(target: str, to_group: GroupMention | None, who: GroupMention) -> bool:
    """Tell whether the body in a text is in the group's list of bodies that it reports to.

    An unknown name counts as listed, since it may be another name for one of them.
    """
    stated = who.group.reports_to
    if to_group:
        return normalise_name(to_group.group.name or "") in map(normalise_name, stated)
    bodies = find_bodies(target)
    words = set(reduce_to_words(target).split()) - COMMON
    known = bodies or re.search(r"\b(?:committee|board|council)\b", target)
    return not known or any(
        bodies & find_bodies(body) or words & (set(reduce_to_words(body).split()) - COMMON) for body in stated
    )


RULE = Rule(
    summary="Texts and fields agree on where each group reports",
    why="A committee that reports to two places answers to neither.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Primary Care Group, kind: operational group, reports_to: [Strategic Group]}
  introduction: The operational group answers straight to the CCG Board.
""",
    passes="""
governance:
  groups:
    - {name: Primary Care Group, kind: operational group, reports_to: [CCG Board, NHS England]}
  introduction: |
    The operational group reports to our governing body. It reports to members through the Board.
""",
)
