"""Submissions dated after the deadline."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_deadline, is_before


def check(case: Case) -> Iterator[Problem]:
    submitted, closing = case.submission.submitted, find_deadline(case)
    if not submitted or not closing or case.submission.status == "withdrawn":
        return
    if is_before(closing.when, submitted):
        yield Problem(
            ("submitted",),
            f"The date of submission, {submitted.within}, is after {closing.words}.",
            help="Correct `submitted`. If NHS England agreed to a later day, keep the date and add "
            "`# eoi: ignore[submitted-late]` with the name of who agreed.",
        )


RULE = Rule(
    summary="The submission is dated no later than the deadline",
    why="NHS England set one day for everybody: in 2014 the day of the first five-year plans too. What "
    "comes later need not be considered.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="One East Midlands, on the announcement of 1 May 2014 (S4); for later rounds S13, S14 and S15",
    needs=("submitted",),
    fails="""
submitted: 2014-06-23
""",
    passes="""
submitted: 20 June 2014
""",
)
