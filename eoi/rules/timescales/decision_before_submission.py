"""A decision dated before there was anything to decide on."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dating import is_before, submission


def check(case: Case) -> Iterator[Problem]:
    decision, handed_in = case.submission.decision, submission(case)
    # A CCG can withdraw what it never handed in.
    if not decision or not decision.date or not handed_in or decision.outcome == "withdrawn":
        return
    if is_before(decision.date, handed_in.when):
        yield Problem(
            ("decision", "date"),
            f"The decision is dated {decision.date}, before {handed_in.words}.",
            help="Correct one of the two dates.",
            other=handed_in.other,
        )


RULE = Rule(
    summary="The decision comes after the submission",
    why="A year that was not changed when a file was copied makes a decision look older than what it is "
    "about.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="NHS England's own page on applications printed the outcome month with the wrong year (S11)",
    fails="""
submitted: 2014-06-20
decision: {outcome: approved, date: January 2014}
""",
    passes="""
submitted: 2014-06-20
decision: {outcome: approved, date: 2014}
""",
)
