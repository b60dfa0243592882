"""Gaps of more than a month between two phases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import has_sentence_with

A_MONTH = timedelta(31)


IN_BETWEEN = WordList(
    "until|between|meanwhile|meantime|gap|interim|continu*|remain|remains|stay|stays|pending|pause*"
)


def check(case: Case) -> Iterator[Problem]:
    for (earlier_index, earlier), (index, phase) in pairwise(enumerate(case.submission.phases)):
        if not earlier.end or not phase.start or phase.start.first - earlier.end.last <= A_MONTH:
            continue
        if not any(has_sentence_with(one.description, IN_BETWEEN) for one in (earlier, phase)):
            yield Problem(
                ("arrangement", "phases", index, "start"),
                f"{phase.name or 'This phase'} starts {phase.start.dated}, but "
                f"{earlier.name or 'the phase before'} ends {earlier.end.dated}.",
                help="Correct one of the two dates, or say in `description` what holds in between.",
                other=(("arrangement", "phases", earlier_index, "end"), "ends long before that"),
            )


RULE = Rule(
    summary="One phase follows another without a gap",
    why="Somebody has to decide in every month. A gap is most often a year that was not changed.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("arrangement.phases[]",),
    fails="""
arrangement:
  phases:
    - {name: Shadow form, start: 2014-10, end: 2015-03}
    - {name: Joint committee, start: 2016-04-01}
""",
    passes="""
arrangement:
  phases:
    - {name: Shadow form, start: 2014-10, end: 2015-03}
    - {name: Joint committee, start: 2015-04-01}
""",
)
