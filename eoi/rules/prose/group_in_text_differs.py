"""Who chairs a group and how often it meets, in long texts and in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, groups
from eoi.rules.shared.group_names import distinct_words, frequencies
from eoi.rules.shared.roles import may_be_same
from eoi.rules.shared.sentences import Sentence
from eoi.rules.shared.words import Words
from eoi.submission.governance import Group

CHAIRED = re.compile(
    r"\bchaired\s+by\s+(?:the|a|an|our|its)?\s*(?P<by>[\w'’ -]{2,60})"
    r"|\b(?P<is>[\w'’ -]{2,60}?)\s+(?:will\s+|would\s+)?chairs?\b",
    re.IGNORECASE,
)
MEETS = re.compile(r"\bmeet(?:s|ing|ings)?\b[^.;]{0,30}", re.IGNORECASE)
TELLING = re.compile(r"chair|\bmeet", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    listed = [(index, group, distinct_words(group.name or "")) for index, group in enumerate(groups(case))]
    if not any(group.chair or group.meets for _, group, _ in listed):
        return
    for sentence in case.sentences:
        if TELLING.search(sentence.text):
            words = distinct_words(sentence.text)
            meant = [(index, group) for index, group, names in listed if names and names <= words]
            if len(meant) == 1:
                yield from judge(sentence, *meant[0])


def judge(sentence: Sentence, index: int, group: Group) -> Iterator[Problem]:
    chaired, meets = CHAIRED.search(sentence.text), MEETS.search(sentence.text)
    if group.chair and chaired and not may_be_same(chaired["by"] or chaired["is"], group.chair):
        yield problem(sentence, chaired, f"the chair of {called(group)} is {group.chair}", index, "chair")
    said = frequencies(meets[0]) if meets else frozenset()
    if group.meets and meets and said and frequencies(group.meets) and not said & frequencies(group.meets):
        yield problem(sentence, meets, f"{called(group)} meets {group.meets}", index, "meets")


def problem(sentence: Sentence, match: re.Match[str], stated: str, index: int, field: str) -> Problem:
    start = sentence.start + match.start()
    return Problem(
        sentence.written.path,
        f"This does not agree with the field: {stated}.",
        help="Correct one of the two.",
        other=(("governance", "groups", index, field), "stated here"),
        words=Words(sentence.written.text, start, start + len(match[0])),
    )


RULE = Rule(
    summary="The texts give each group the chair and the meetings of its fields",
    why="Who chairs and how often a group meets is asked first of any new committee.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
governance:
  groups:
    - {name: Strategic Primary Care Group, meets: quarterly, chair: Lay member}
  introduction: The Strategic Primary Care Group meets every month, chaired by the chief officer.
""",
    passes="""
governance:
  groups:
    - {name: Strategic Primary Care Group, meets: quarterly, chair: Lay member}
  introduction: The Strategic Primary Care Group meets every quarter, chaired by a lay member of the Board.
""",
)
