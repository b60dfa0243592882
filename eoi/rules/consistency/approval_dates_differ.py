"""Two dates for the approval of one board, among the bodies' views and the milestones too."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.approvals import APPROVAL, is_board_of, name_board
from eoi.submission.dates import DateRange
from eoi.submission.proposal import Milestone

PLURAL = frozenset(["boards", "bodies"])
BOARDS = PLURAL | {"board", "body"}
APPROVE = frozenset(["approve", "approves", "approved", "approval", "approvals"])
# A milestone with any other word is of another approval, such as that of the constitution.
OTHERS = (
    "governing each two three four five six seven eight of by for to the our all this its is expression "
    "submission interest eoi bid proposal application it ccg ccgs"
)
OF_THE_APPROVAL = BOARDS | APPROVE | frozenset(OTHERS.split())


def check(case: Case) -> Iterator[Problem]:
    yield from judge_entries_of_boards(case)
    approved = case.list_values("applicants[].board_approved")
    if approved and len(approved) == len(case.submission.applicants):
        path, last = max(approved, key=lambda one: one[1].first)
        milestones = [one for one in case.list_values("timescales[]") if is_of_approval(case, one[1])]
        yield from judge_milestones(case, milestones, path, last)


def judge_milestones(
    case: Case, milestones: list[tuple[Path, Milestone]], path: Path, last: DateRange
) -> Iterator[Problem]:
    """Compare the milestone of the approval with the last approval, and for one CCG also with a later day."""
    alone = len(case.submission.applicants) == 1
    dated = [(at, one.date) for at, one in milestones if one.date]
    if any(not is_before(when, last) and not (alone and is_before(last, when)) for _, when in dated):
        return
    for at, when in dated:
        yield Problem(
            (*at, "date"),
            f"This milestone of approval is dated {when.within}, and {'the' if alone else 'the last'} "
            f"{name_board(case.submission)} approved {last.dated}.",
            "Correct one of the two dates.",
            (path, f"approved {last}"),
        )


def is_of_approval(case: Case, milestone: Milestone) -> bool:
    """Tell whether a milestone is the approval of this submission by every board, and of nothing else."""
    words = frozenset(reduce_to_words(milestone.milestone or "").split())
    boards = BOARDS if len(case.submission.applicants) == 1 else PLURAL
    return bool(words & APPROVE and words & boards) and words <= OF_THE_APPROVAL


def judge_entries_of_boards(case: Case) -> Iterator[Problem]:
    """Compare each Board's own entry with its date of approval.

    An entry of a date alone, without a word of what the Board said, is most likely its approval.
    """
    applicants = case.submission.applicants
    for index, applicant in enumerate(applicants):
        approved = applicant.board_approved
        if approved is None:
            continue
        approvals = [
            (path, support.date, bool(support.said))
            for path, support in case.list_values("support[]")
            if support.date
            and is_board_of(support, applicant, alone=len(applicants) == 1)
            and (not support.said or any(APPROVAL.is_in(words) for words in support.said))
        ]
        if approvals and not any(can_be_same_day(approved, when) for _, when, _ in approvals):
            path, when, tells = approvals[-1]
            board = name_board(case.submission)
            whose = f"the {board} of {applicant.known_as}" if len(applicants) > 1 else f"the {board}"
            yield Problem(
                (*path, "date"),
                f"The approval by {whose} has two dates: {when.within} and {approved.within}.",
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
