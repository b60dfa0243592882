"""Phases that start earlier than those listed above them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before


def check(case: Case) -> Iterator[Problem]:
    arrangement = case.submission.arrangement
    phases = enumerate(arrangement.phases) if arrangement else ()
    known = [(index, phase, phase.start) for index, phase in phases if phase.start]
    for (earlier_index, earlier, first), (index, phase, second) in pairwise(known):
        if is_before(second, first):
            yield Problem(
                ("arrangement", "phases", index, "start"),
                f"{phase.name or 'This phase'} starts {second.dated}, before "
                f"{earlier.name or 'the phase above it'}, which starts {first.dated}.",
                help="Correct one of the two dates, or list the phases in the order in which they start.",
                other=(("arrangement", "phases", earlier_index, "start"), "listed before it"),
            )


RULE = Rule(
    summary="The phases are listed in the order in which they start",
    why="A reader takes phases for steps. One that starts before the step above it is a slip in a date or "
    "in the order.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="Mid Essex, on its plan to move from one form to the next (S29)",
    needs=("arrangement.phases[]",),
    fails="""
arrangement:
  phases:
    - {name: Shadow form, start: 2015-04}
    - {name: Joint committee, start: 2014-10}
""",
    passes="""
arrangement:
  phases:
    - {name: Shadow form, start: 2014/15}
    - {name: Joint committee, start: 2015-04-01}
""",
)
