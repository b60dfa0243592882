"""The values and functions for templates, which docs/templates.md lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from eoi.document.content.engagement_groups import (
    count_votes,
    find_shared_rule,
    group_by_view,
    group_stakeholders_by_contact,
    list_views_of_others,
    list_votes_of_members,
    says_number_of_practices,
    split_events_by_time,
    summarise_feedback,
)
from eoi.document.content.names_of_applicants import call_all, call_applicants, call_everyone, name_together
from eoi.document.content.signatures import make_signatures
from eoi.document.words.voice import choose_speaker
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.submission.approvals import approves, find_approvals, is_board_of, name_board, name_boards
from eoi.submission.dates import DateRange
from eoi.submission.model import Submission


def make_template_facts(examined: ExaminedSubmission, whole: Submission | None = None) -> dict[str, Any]:
    """Return the values for every template; `s` is the submission.

    `whole` is the submission with all that the public edition withholds.
    """
    submission, round_ = examined.submission, examined.round
    one, speaks = len(submission.applicants) == 1, choose_speaker(submission)
    usual = "CCG Board" if one else "Board"
    written = find_day_of_writing(submission, round_)
    approvals = tuple(list_board_approvals(submission))
    known = tuple(list_board_approvals(whole)) if whole else approvals
    boards = sort_boards(submission, approvals, known, written)
    return {
        "s": submission,
        "round": round_,
        "form": round_.forms[submission.form],
        "forms": round_.forms,
        "one": one,
        "numbered": submission.layout.paragraph_numbers if submission.layout else True,
        "the_ccg": speaks.name,
        "called_together": call_applicants(submission),
        "its": speaks.its,
        "does": speaks.verb,
        "we_speak": speaks.is_we,
        "board": name_board(submission, usual),
        "boards": name_boards(submission, usual),
        "together": name_together(submission),
        "all_ccgs": call_all(submission),
        "ccg_names": " ".join(one.name for one in submission.applicants),
        "everyone": call_everyone(submission, speaks.is_we),
        "function_names": round_.function_names,
        "ended_already": submission.decision is not None or submission.status in ("withdrawn", "declined"),
        "written": written,
        "tense": partial(choose_tense, written),
        "is_to_approve": partial(is_later, written),
        "signatures": partial(make_signatures, submission),
        "approvals": approvals,
        "at_meeting": False,
        "all_approved": not boards.asked and not boards.withheld,
        "boards_approved": boards.approved,
        "boards_asked": boards.asked,
        "boards_withheld": boards.withheld,
    }


def make_facts_before_the_meeting(
    examined: ExaminedSubmission, whole: Submission | None = None
) -> dict[str, Any]:
    """Return what differs in a paper whose meeting comes before the approval, or before the submission.

    Such a paper asks for the decision, whatever days the file gives after its meeting. A board whose words of
    approval the file has was asked already.
    """
    submission = examined.submission
    meeting = submission.paper.date if submission.paper else None
    if meeting is None or submission.status not in ("draft", "submitted"):
        return {}
    if has_words_of_approval(submission, meeting):
        return {}
    approvals = tuple(list_board_approvals(submission))
    known = tuple(list_board_approvals(whole)) if whole else approvals
    day_before = meeting.first - timedelta(days=1)
    boards = sort_boards(submission, approvals, known, day_before)
    later = (*approvals, submission.submitted, submission.decision and submission.decision.date)
    is_before = any(when and when.last >= meeting.first for when in later) or submission.status == "draft"
    over = submission.submitted and submission.submitted.last < meeting.first
    if over or not is_before or not boards.asked:
        return {}
    return {
        "at_meeting": True,
        "is_to_approve": partial(is_later, day_before),
        "all_approved": False,
        "boards_approved": boards.approved,
        "boards_asked": boards.asked,
        "boards_withheld": boards.withheld,
    }


def has_words_of_approval(submission: Submission, meeting: DateRange) -> bool:
    """Tell whether the file has a board's words of approval, of the day of a meeting or a later one."""
    applicants = submission.applicants
    return any(
        approves(one) and any(is_board_of(one, applicant, len(applicants) == 1) for applicant in applicants)
        for one in submission.support
        if one.date is None or one.date.last >= meeting.first
    )


def find_day_of_writing(submission: Submission, round_: Round) -> date:
    """Return the last possible day of writing the document.

    Decisions before that day are written in the past tense.
    """
    days = [(submission.submitted or round_.closes(submission.form) or round_.dated).last]
    if submission.decision and submission.decision.date:
        days.append(submission.decision.date.last)
    return max(days)


def list_board_approvals(submission: Submission) -> Iterator[DateRange | None]:
    """Yield for each applicant when its board approved the submission; None if the file does not say."""
    elsewhere = {index: when for _, when, index in find_approvals(submission)}
    for index, applicant in enumerate(submission.applicants):
        yield applicant.board_approved or elsewhere.get(index)


class Boards(FrozenValue):
    """The CCGs whose boards approved the submission, each with the time, and those whose boards have not.

    `withheld` names those of which the public edition says neither.
    """

    approved: tuple[tuple[str, DateRange], ...]
    asked: tuple[str, ...]
    withheld: tuple[str, ...]


def sort_boards(
    submission: Submission,
    approvals: Sequence[DateRange | None],
    known: Sequence[DateRange | None],
    written: date,
) -> Boards:
    """Separate the boards that approved the submission from the others.

    A date too vague to be past or future counts as past, since the file says that the board approved it.
    `known` holds the approvals of the whole file, of which `approvals` may lack some that are withheld.
    """
    names = [one.known_as for one in submission.applicants]
    known_pairs = zip(names, approvals, known, strict=True)
    withheld = [name for name, when, is_known in known_pairs if is_known and not when]
    pairs = [(name, when) for name, when in zip(names, approvals, strict=True) if name not in withheld]
    approved = [
        (name, when) for name, when in pairs if when is not None and choose_tense(written, when) != "future"
    ]
    asked = [name for name, when in pairs if when is None or choose_tense(written, when) == "future"]
    return Boards(tuple(approved), tuple(asked), tuple(withheld))


def choose_tense(written: date, when: DateRange) -> str:
    """Return `past` or `future`, or `open` if the date is too vague for either."""
    return "future" if when.first > written else "past" if when.last <= written else "open"


def is_later(written: date, when: DateRange) -> bool:
    """Tell whether a date is still to come."""
    return choose_tense(written, when) == "future"


def make_engagement_facts(examined: ExaminedSubmission) -> dict[str, Any]:
    """Return the functions that sort the answers on engagement."""
    submission = examined.submission
    written = find_day_of_writing(submission, examined.round)
    return {
        "stakeholders_by_contact": partial(group_stakeholders_by_contact, submission, written),
        "by_view": group_by_view,
        "events_by_time": partial(split_events_by_time, written=written),
        "feedback_on": partial(summarise_feedback, submission),
        "names_number_of_practices": says_number_of_practices,
        "views_of_other_bodies": partial(list_views_of_others, submission),
        "votes_of_members": partial(list_votes_of_members, submission),
        "count_votes": partial(count_votes, written=written),
        "share_rule": find_shared_rule,
    }
