"""Approvals by a Board after the submission was handed in."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, weigh_by
from eoi.rules.shared.problems import is_said_in
from eoi.submission.approvals import name_board, name_boards

BOARD = WordList("board|boards|governing body|governing bodies")
AUTHORITY = Expression(
    r"\b(?:authori\w+|delegat\w+|chairs?['’]s? action|chair of|on behalf|subject to|ratif\w+|"
    r"before (?:it|they|the|its|their|our) \w*|ahead of|in advance of|confirm\w*)\b"
)


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    if limit is None or case.submission.status == "withdrawn":
        return
    for index, applicant in enumerate(case.submission.applicants):
        if not applicant.board_approved or not is_before(limit.when, applicant.board_approved):
            continue
        if not is_said_in(case, "ccgs_involved.reasons", BOARD, AUTHORITY):
            board, boards = name_board(case.submission), name_boards(case.submission)
            yield Problem(
                ("applicants", index, "board_approved"),
                f"The {board} of {applicant.known_as} approves this {applicant.board_approved.dated}, "
                f"after {limit.words}.",
                help="Correct the date, or say in `ccgs_involved.reasons` on whose authority the submission "
                "goes in before it meets.",
                other=limit.other,
                severity=weigh_by(limit, case),
                several=Several(
                    f"{{number}} {boards} approve this after {limit.words}: {{items}}.",
                    f"{applicant.known_as} ({applicant.board_approved})",
                ),
            )


RULE = Rule(
    summary="Each CCG Board approves the submission before it goes in",
    why="What goes in without a Board's approval does not bind its CCG, and members can object to it later.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file; BaNES names only the month of its Board's meeting",
    needs=("applicants[].board_approved",),
    fails="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-26}
""",
    passes="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, board_approved: June 2014}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
