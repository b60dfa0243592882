"""Two dates for the approval of one board."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.approvals import APPROVAL, is_board_of, name_of_board
from eoi.submission.dates import DateRange


def check(case: Case) -> Iterator[Problem]:
    """Compare each Board's own entry with its date of approval.

    An entry of a date alone, without a word of what the Board said, is most likely its approval.
    """
    applicants, board = case.submission.applicants, name_of_board(case.submission)
    for index, applicant in enumerate(applicants):
        approved = applicant.board_approved
        approvals = [
            (path, support.date, bool(support.said))
            for path, support in case.list_values("support[]")
            if support.date
            and is_board_of(support, applicant, alone=len(applicants) == 1)
            and (not support.said or any(APPROVAL.is_in(words) for words in support.said))
        ]
        if approved and approvals and not any(can_be_same_day(approved, when) for _, when, _ in approvals):
            path, when, tells = approvals[-1]
            whose = f"the {board} of {applicant.known_as}" if len(applicants) > 1 else f"the {board}"
            yield Problem(
                (*path, "date"),
                f"The approval by {whose} has two dates: {when} and {approved}.",
                f"Correct `date` or `board_approved`. If the {board} only discussed it on one of the days, "
                "say so in `view`.",
                (("applicants", index, "board_approved"), f"approved {approved}"),
                severity=None if tells else Severity.ADVICE,
            )


def can_be_same_day(one: DateRange, other: DateRange) -> bool:
    """Tell whether two dates can mean one day."""
    return one.first <= other.last and other.first <= one.last


RULE = Rule(
    summary="A Board's approval has one date",
    why="An assessor looks the approval up in the Board's minutes. A wrong date leads to the wrong meeting.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("applicants[].board_approved",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
    board_approved: 2014-06-12
support:
  - {body: CCG Board, date: 2014-06-05, resolution: The Board approved the submission.}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    board_approved: 2014-06-12
support:
  - {body: CCG Board, date: 2014-05, resolution: The Board discussed a draft.}
  - {body: CCG Board, date: June 2014, resolution: The Board approved the submission.}
""",
)
