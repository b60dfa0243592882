"""Milestones of handing in this submission that are not on its day, or are after the deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_deadline, find_submission, is_before, is_over
from eoi.rules.shared.problems import has_sentence_with
from eoi.rules.shared.prose.words import quote_part
from eoi.source.nodes import Path
from eoi.submission.days import DateRange
from eoi.submission.proposal import Milestone

SUBMITS = WordList("submit|submits|submitted|submission|sent|send|handed in|hand in")
# "Submit the constitution" is another matter, so a milestone is read only if it has no word but these.
ONLY = Expression(
    r"(?:(?:submit(?:s|ted)?|submission|sent|send|hand(?:ed)? in|deadline|date|final|of|by|to|for|the|this|"
    r"our|its|we|ccgs?|nhs|england|area team|expressions? of interest|eoi|application|proposal|bid|form|"
    r"joint|delegated|primary care|co-?commissioning|commissioning)\b[\s.,:]*)+",
    re.IGNORECASE,
)

LATER = WordList(
    "agree|agreed|agrees|agreement|extend|extended|extension|permi*|allow*|grant*|accept*|consent*|approv*"
)


def check(case: Case) -> Iterator[Problem]:
    if is_over(case):
        return
    for path, milestone in case.list_values("timescales[]"):
        if milestone.date and is_of_submitting(milestone):
            yield from judge(case, (*path, "date"), milestone, milestone.date)


def is_of_submitting(milestone: Milestone) -> bool:
    """Tell whether a milestone is the handing in of this submission, and of nothing else."""
    words = milestone.milestone or ""
    return bool(SUBMITS.is_in(words) and ONLY.fullmatch(words.strip()))


def judge(case: Case, path: Path, milestone: Milestone, when: DateRange) -> Iterator[Problem]:
    """Compare the day of a milestone with the day of submission, or with the deadline if none is stated."""
    stated, deadline = find_submission(case), find_deadline(case)
    name = f"The milestone {quote_part(milestone.milestone or '')}"
    if stated and (is_before(stated.when, when) or is_before(when, stated.when)):
        message = f"{name} is dated {when.within}, and the date of submission is {stated.when.within}."
        yield Problem(path, message, "Correct one of the two dates.", other=stated.other)
    elif stated or has_sentence_with(milestone.note, LATER):
        return
    elif deadline and is_before(deadline.when, when):
        message = f"{name} is dated {when.within}, after {deadline.words}."
        yield Problem(path, message, "Correct the date, or say in `note` who agreed to a later day.")


RULE = Rule(
    summary="The milestone of submitting has the date of submission",
    why="A timetable that sends the document on another day than it says, or after the deadline, makes a "
    "reader doubt all its dates.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file, and the deadline of the round",
    needs=("timescales[]",),
    fails="""
submitted: 2014-06-20
timescales:
  - {milestone: Submit this expression of interest, date: 2014-06-23}
""",
    passes="""
submitted: 2014-06-20
timescales:
  - {milestone: Submit this expression of interest, date: June 2014}
  - {milestone: Submit the amended constitution, date: 2014-10-01}
""",
    unless=("submitted-before-invitation", "submitted-too-early", "submitted-late"),
)
