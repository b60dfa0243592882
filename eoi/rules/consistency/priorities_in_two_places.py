"""Priorities of several CCGs in a shared list and in own lists, or in own lists of some CCGs only."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    own = [index for index, applicant in enumerate(applicants) if applicant.priorities]
    if not own:
        return
    known_as = applicants[own[0]].known_as
    first = ("applicants", own[0], "priorities")
    if case.submission.priorities:
        yield Problem(
            ("priorities",),
            f"There is one list of priorities for all CCGs, and {known_as} has a list of its own.",
            help="Keep one of the two: `priorities` if all share them, or the list of each CCG.",
            other=(first, "a list of its own"),
        )
        return
    for index, applicant in enumerate(applicants):
        if index not in own:
            yield Problem(
                ("applicants", index, "name"),
                f"{applicant.known_as} has no priorities, while {known_as} has.",
                help="Add `priorities` to this CCG, or write one list for all at the top of the file.",
                other=(first, "a list of its own"),
            )


RULE = Rule(
    summary="Priorities stand in one list, or in one for each CCG",
    why="The document prints both. A reader who finds some priorities in each place cannot tell which count "
    "for which CCG.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("applicants[].priorities[]",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, priorities: [Diabetes]}
  - {name: NHS Elsewhere CCG, priorities: [Asthma]}
priorities: [Prevention]
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, priorities: [Diabetes]}
  - {name: NHS Elsewhere CCG, priorities: [Asthma]}
""",
)
