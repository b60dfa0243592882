"""Signatures dated after the day on which the document was handed in."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, weigh_by


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    for index, signatory in enumerate(case.submission.signatories if limit else ()):
        if limit and signatory.date and is_before(limit.when, signatory.date):
            who = signatory.name or signatory.role or "This signatory"
            yield Problem(
                ("signatories", index, "date"),
                f"{who} signed {signatory.date.dated}, after {limit.words}.",
                help="Correct one of the two dates.",
                other=limit.other,
                severity=weigh_by(limit, case),
                several=Several(
                    f"{{number}} signatures are dated after {limit.words}: {{items}}.",
                    f"{signatory.organisation or who} ({signatory.date})",
                ),
            )


RULE = Rule(
    summary="Nobody signs after the submission",
    why="The document that NHS England received carried the signatures it was sent with. Where `submitted` "
    "is empty, the round's deadline is the day.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("signatories[].date",),
    fails="""
submitted: 2014-06-20
signatories:
  - {role: Accountable officer, date: 2014-06-23}
""",
    passes="""
submitted: 2014-06-20
signatories:
  - {role: Accountable officer, date: 2014-06-19}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
