"""Submissions dated before the invitation."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import answers_its_own_round, is_before


def check(case: Case) -> Iterator[Problem]:
    submitted, issued = case.submission.submitted, case.round.issued
    if submitted and issued and answers_its_own_round(case) and is_before(submitted, issued):
        yield Problem(
            ("submitted",),
            f"The date of submission, {submitted.within}, is before the invitation {issued.dated}.",
            help="Check the year of `submitted`, or name another `round`.",
            other=(("round",), f"its invitation came {issued.dated}"),
        )


RULE = Rule(
    summary="The submission is dated no earlier than the invitation",
    why="A submission answers an invitation. A date before it is a slip, most often in the year, or the "
    "wrong round is named.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the date of the round's invitation: 9 May 2014 for the first (S1, S2)",
    needs=("submitted",),
    fails="""
submitted: 2013-06-20
""",
    passes="""
submitted: 2014-05
""",
)
