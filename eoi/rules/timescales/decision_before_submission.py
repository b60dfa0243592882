"""Decisions dated before the submission or the invitation."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import Limit, answers_its_own_round, find_submission, is_before


def check(case: Case) -> Iterator[Problem]:
    decision, limit = case.submission.decision, find_submission(case) or find_invitation(case)
    # A CCG can withdraw a submission before handing it in.
    if not decision or not decision.date or not limit or decision.outcome == "withdrawn":
        return
    if is_before(decision.date, limit.when):
        yield Problem(
            ("decision", "date"),
            f"The decision is dated {decision.date.within}, before {limit.words}.",
            help="Correct one of the two dates." if limit.other else "Check the year and the month.",
            other=limit.other,
        )


def find_invitation(case: Case) -> Limit | None:
    """Return the day of the invitation as a limit, or None if it is not known.

    A file that is judged by another round has its own invitation.
    """
    issued = case.round.issued
    return Limit(issued, f"the invitation of {issued}") if issued and answers_its_own_round(case) else None


RULE = Rule(
    summary="The decision comes after the submission",
    why="A year that was not changed when a file was copied makes a decision look older than what it is "
    "about. Where `submitted` is empty, the invitation is the day.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="NHS England's own page on applications printed the outcome month with the wrong year (S11)",
    needs=("decision.date",),
    fails="""
submitted: 2014-06-20
decision: {outcome: approved, date: January 2014}
""",
    passes="""
submitted: 2014-06-20
decision: {outcome: approved, date: 2014}
""",
    unless=("submitted-late",),
)
