"""Signatures of a CCG that are older than its Board's approval."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.submission.approvals import name_board
from eoi.submission.ccg_names import list_name_words, may_mean, name_words


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    for number, signatory in enumerate(case.submission.signatories):
        words = name_words(signatory.organisation or "")
        for index, applicant in enumerate(applicants):
            signs = (
                may_mean(list_name_words(applicant), words)
                if words
                else len(applicants) == 1 and not signatory.organisation
            )
            approved = applicant.board_approved
            if signs and approved and signatory.date and is_before(signatory.date, approved):
                board = name_board(case.submission)
                yield Problem(
                    ("signatories", number, "date"),
                    f"{signatory.role or 'This signatory'} signed {signatory.date.dated}, before the "
                    f"{board} approved {approved.dated}.",
                    help="Correct one of the two dates.",
                    other=(("applicants", index, "board_approved"), f"the {board}'s approval"),
                )


RULE = Rule(
    summary="Officers sign what their Board has approved",
    why="A signature commits a CCG. One that is older than the approval was put below another text, or its "
    "date is wrong.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("signatories[].date",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
signatories:
  - {role: Accountable officer, organisation: NHS Somewhere CCG, date: 2014-06-02}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
signatories:
  - {role: Accountable officer, organisation: NHS Somewhere CCG, date: 2014-06-13}
""",
)
