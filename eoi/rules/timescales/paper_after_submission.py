"""Papers for a meeting that is held after the submission."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, is_over, weigh_by


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    # A board may see afterwards, and only to note it, what has been handed in.
    if limit is None or is_over(case) or case.submission.status == "submitted":
        return
    for path, when in case.list_values("paper.date"):
        if is_before(limit.when, when):
            yield Problem(
                path,
                f"The meeting that this paper goes to is {when.dated}, after {limit.words}.",
                help="Correct one of the two dates. If the meeting is only told of it, write "
                "`status: submitted`.",
                other=limit.other,
                severity=weigh_by(limit, case),
            )


RULE = Rule(
    summary="The meeting that decides on the submission comes before it goes in",
    why="A paper asks a board to approve what is to be sent. Where `submitted` is empty, the round's "
    "deadline is the day.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("paper.date",),
    fails="""
submitted: 2014-06-20
paper: {meeting: Governing Body, date: 2014-06-26}
""",
    passes="""
submitted: 2014-06-20
paper: {meeting: Governing Body, date: 2014-06-12}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
