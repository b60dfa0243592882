"""Milestones and phases that give different dates for the same start or end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.rules.shared.prose.words import SMALL, WORD, list_telling_words, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.days import DateRange
from eoi.submission.proposal import LIVE, REHEARSAL, Milestone, Phase

STARTS = WordList(
    "start*|begin*|commence*|launch*|go live*|goes live*|take effect*|takes effect*|taken effect*|in force*"
)
# A group of a phase meets while the phase lasts, but agreements for it are signed before.
MEETS = WordList("meet*")
ENDS = Expression(r"\b(?:end|finish|close|conclude|complete)(?:s|d|ed)?\b", re.IGNORECASE)
# "Fully operational" can come long after the start.
FULLY = WordList("full*")
DELEGATED = WordList("delegat*")
JOINT = WordList("joint*")
# Words that all phases share do not tell which is meant.
COMMON = SMALL | frozenset(WORD.findall("phase first second third year one two new form commissioning"))

Phases = list[tuple[Path, Phase]]


def check(case: Case) -> Iterator[Problem]:
    phases = list(case.list_values("arrangement.phases[]"))
    for path, milestone in case.list_values("timescales[]"):
        words, when = milestone.milestone or "", milestone.date
        if when and (found := find_phase(words, phases)):
            yield from judge_meeting(path, milestone, when, *found)
        elif when and LIVE.match(words) and not REHEARSAL.is_in(words):
            meant = find_first_of_form(find_form(words, case.submission.form), phases)
            yield from judge_start(path, words, when, *meant) if meant else ()


def find_phase(words: str, phases: Phases) -> tuple[Path, Phase] | None:
    """Return the one phase whose distinctive words are all in the milestone, or None."""
    said = frozenset(reduce_to_words(words).split())
    named = [
        (path, phase)
        for path, phase in phases
        if (own := list_telling_words(phase.name or "", COMMON)) and own <= said
    ]
    return named[0] if len(named) == 1 else None


def find_form(words: str, form: str) -> str:
    """Return the form that a milestone names, or else the given one."""
    return "delegated" if DELEGATED.is_in(words) else "joint" if JOINT.is_in(words) else form


def find_first_of_form(form: str, phases: Phases) -> tuple[Path, Phase] | None:
    """Return the earliest phase of a form that is no rehearsal, or None."""
    own = [
        (path, phase)
        for path, phase in phases
        if phase.start and phase.form == form and not REHEARSAL.is_in(f"{phase.name} {phase.description}")
    ]
    return min(own, key=lambda found: found[1].start.first, default=None) if own else None  # type: ignore[union-attr]


def judge_meeting(
    path: Path, milestone: Milestone, when: DateRange, at: Path, phase: Phase
) -> Iterator[Problem]:
    """Report a milestone that does not fit the dates of its phase.

    A meeting has to be within the phase, and a start or an end on its start or end.
    """
    words = milestone.milestone or ""
    if ENDS.search(words) and phase.end and are_apart(when, phase.end):
        yield report(path, words, when, (*at, "end"), f"{phase.name} ends {phase.end.dated}")
    elif ENDS.search(words) or not (says_start(words) or MEETS.is_in(words)):
        return
    elif phase.start and (
        is_before(when, phase.start) or (says_start(words) and is_before(phase.start, when))
    ):
        yield report(path, words, when, (*at, "start"), f"{phase.name} starts {phase.start.dated}")
    elif phase.end and is_before(phase.end, when):
        yield report(path, words, when, (*at, "end"), f"{phase.name} ends {phase.end.dated}")


def judge_start(path: Path, words: str, when: DateRange, at: Path, phase: Phase) -> Iterator[Problem]:
    """Report a milestone that gives another date for the start of a phase."""
    start = phase.start
    if start and (is_before(when, start) or (is_before(start, when) and not FULLY.is_in(words))):
        name = phase.name or "The phase of this form"
        yield report(path, words, when, (*at, "start"), f"{name} starts {start.dated}")


def says_start(words: str) -> bool:
    """Tell whether a milestone is a start, and not the day on which all is in operation."""
    return STARTS.is_in(words) and not FULLY.is_in(words)


def are_apart(one: DateRange, other: DateRange) -> bool:
    """Tell whether two dates cannot mean the same day."""
    return is_before(one, other) or is_before(other, one)


def report(path: Path, words: str, when: DateRange, at: Path, says: str) -> Problem:
    return Problem(
        (*path, "date"),
        f"The milestone '{words}' is dated {when.within}, but {says}.",
        help="Correct one of the two dates.",
        other=(at, says),
    )


RULE = Rule(
    summary="The milestones and the phases give one date for each start",
    why="The time line shows both. Where they differ, nobody can tell when responsibility changes hands.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("arrangement.phases[]",),
    fails="""
arrangement:
  phases:
    - {name: Joint committee, form: joint, start: 2015-04-01}
timescales:
  - {milestone: Joint committee starts, date: 2015-10-01}
""",
    passes="""
arrangement:
  phases:
    - {name: Joint committee, form: joint, start: 2015-04-01}
timescales:
  - {milestone: Shadow committee meets, date: 2014-10}
  - {milestone: Joint committee starts, date: April 2015}
""",
)
