"""Phases that start before the phase above them has ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.rules.shared.problems import has_sentence_with

SIDE_BY_SIDE = WordList(
    "side by side|parallel|overlap*|alongside|at the same time|handover|hand-over|hand over|"
    "handsover|hands-over|hands over|handedover|handed-over|handed over|hand on|hands on|handed on|"
    "transition*|until|while|still"
)


def check(case: Case) -> Iterator[Problem]:
    for (earlier_index, earlier), (index, phase) in pairwise(enumerate(case.submission.phases)):
        if not earlier.end or not phase.start or not is_before(phase.start, earlier.end):
            continue
        if earlier.start and is_before(phase.start, earlier.start):
            continue  # the order of the two is wrong, and another rule reports it
        if any(has_sentence_with(one.description, SIDE_BY_SIDE) for one in (earlier, phase)):
            continue
        two_forms = earlier.form and phase.form and earlier.form != phase.form
        yield Problem(
            ("arrangement", "phases", earlier_index, "end"),
            f"{earlier.name or 'This phase'} ends {earlier.end.dated}, but "
            f"{phase.name or 'the next phase'} starts {phase.start.dated}.",
            help="Correct one of the two dates, or say in `description` how both can run side by side.",
            other=(("arrangement", "phases", index, "start"), "starts before that"),
            severity=None if two_forms else Severity.ADVICE,
        )


RULE = Rule(
    summary="A phase ends before the next one starts",
    why="Two forms of co-commissioning cannot be in force at once: a reader cannot tell who decides in the "
    "months that belong to both.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("arrangement.phases[]",),
    fails="""
arrangement:
  phases:
    - {name: Shadow form, form: influence, start: 2014-10, end: 2015-08}
    - {name: Joint committee, form: joint, start: 2015-04-01}
""",
    passes="""
arrangement:
  phases:
    - {name: Shadow form, form: influence, start: 2014-10, end: 2015-03}
    - {name: Joint committee, form: joint, start: 2015-04-01}
""",
)
