"""Past conflicts of interest without a word on how they were handled."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    for path, past in case.list_values("governance.conflicts_of_interest.cases[]"):
        if past.case and not past.outcome:
            yield Problem(
                (*path, "case"),
                "This case does not say how the conflict of interest was handled.",
                help="Add `outcome`: who left the room, who decided instead, and whether there was a quorum.",
                several=Several("{number} cases do not say how the conflict of interest was handled."),
            )


RULE = Rule(
    summary="Every past conflict of interest says how it was handled",
    why="A case shows that the safeguards work only if it says what was done. The National Audit Office "
    "could not judge 14 of 75 cases for want of detail.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="National Audit Office, on conflicts of interest in CCGs (S75, S76)",
    needs=("governance.conflicts_of_interest.cases[]",),
    fails="""
governance:
  conflicts_of_interest:
    cases: [{case: Tender of the urgent care centre}]
""",
    passes="""
governance:
  conflicts_of_interest:
    cases: [{case: Tender of the urgent care centre, outcome: The GP members left the meeting}]
""",
)
