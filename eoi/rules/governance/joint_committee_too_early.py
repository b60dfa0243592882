"""A joint committee of CCGs and NHS England before the law allowed one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.groups_in_sentences import list_distinct_words
from eoi.rules.shared.prose.mood import is_certain
from eoi.rules.shared.prose.words import Passage
from eoi.source.nodes import Path
from eoi.submission.dates import MONTHS, DateRange, read_when

IN_FORCE = date(2014, 10, 1)
JOINT_COMMITTEE = Expression(r"\bjoint\b.{0,40}\bcommittees?\b", re.IGNORECASE, words="joint")
REHEARSAL = WordList(
    "shadow|pilot|informal|prepar*|plan*|propos*|develop*|draft*|talk|talks|terms of reference|"
    "discuss*|agree*|approv*|consult*"
)
WORKS = WordList(
    "start|starts|begin|begins|meet|meets|met|meeting|set up|established|formed|in place|operat*|"
    "take|takes|live|decide|decides|first|run|runs|from|since"
)
DATE = Expression(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)}) 20\d\d\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    names = list_joint_committees(case)
    for path, words, dated in list_dated_starts(case):
        if speaks_of_one(words, names) and not REHEARSAL.is_in(words) and dated.last < IN_FORCE:
            yield report(path, dated)
    yield from judge_prose(case)


def report(path: Path, dated: DateRange, words: Passage | None = None) -> Problem:
    return Problem(
        path,
        "A joint committee of CCGs and NHS England was not lawful before 1 October 2014. This is "
        f"dated {dated}.",
        help="Correct the date, or call it a shadow committee, or committees in common, until then.",
        words=words,
    )


def list_joint_committees(case: Case) -> list[frozenset[str]]:
    """Return the names of the groups whose kind is a joint committee, each as a set of words."""
    joint = (
        group for group in case.submission.groups if JOINT_COMMITTEE.search(group.kind or "") and group.name
    )
    return [words for group in joint if (words := list_distinct_words(group.name or ""))]


def speaks_of_one(words: str, names: list[frozenset[str]]) -> bool:
    """Tell whether words mention a joint committee, or the name of a group that is one."""
    if JOINT_COMMITTEE.search(words):
        return True
    return any(name <= list_distinct_words(words) for name in names)


def list_dated_starts(case: Case) -> Iterator[tuple[Path, str, DateRange]]:
    """Yield the path, the words and the date of each dated milestone and of each phase with a start."""
    for index, milestone in enumerate(case.submission.timescales):
        if milestone.date:
            yield ("timescales", index, "date"), milestone.milestone or "", milestone.date
    for index, phase in enumerate(case.submission.phases):
        if phase.start:
            path = ("arrangement", "phases", index, "start")
            yield path, f"{phase.name or ''} {phase.description or ''}", phase.start


def judge_prose(case: Case) -> Iterator[Problem]:
    """Report sentences with a single date, too early, on which a joint committee already works."""
    for sentence in case.prose.find_sentences(
        "joint committee", "joint primary care", "joint co-commissioning"
    ):
        dates = list(DATE.finditer(sentence.text))
        plain = is_certain(sentence) and WORKS.is_in(sentence.text) and not REHEARSAL.is_in(sentence.text)
        if len(dates) == 1 and plain and JOINT_COMMITTEE.search(sentence.text):
            dated = read_day(dates[0][0])
            if dated and dated.last < IN_FORCE:
                yield report(sentence.written.path, dated, sentence.cut_passage(*dates[0].span()))


def read_day(typed: str) -> DateRange | None:
    """Return the date that was typed, or None if there is no such day, such as 31 June."""
    try:
        return read_when(typed)
    except ValueError:
        return None


RULE = Rule(
    summary="No joint committee starts before 1 October 2014",
    why="Until the Legislative Reform Order of that day, a CCG could not form a joint committee with NHS "
    "England. What it had decided would not have been binding.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="Legislative Reform (Clinical Commissioning Groups) Order 2014 (S7 for the day it came in force, "
    "S45 for its number, 2014/2436)",
    forms=("joint", "delegated"),
    unless=("milestones-out-of-order", "phases-out-of-order", "live-before-approval"),
    fails="""
timescales:
  - {milestone: The joint committee takes its first decisions, date: September 2014}
""",
    passes="""
timescales:
  - {milestone: A shadow joint committee meets, date: September 2014}
  - {milestone: The joint committee takes its first decisions, date: 2014/15}
""",
)
