"""Notices for assessors to read first: late, withdrawn, twice in the folder, in two bids, of another round.

Each states facts from the files, and judges no submission.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eoi.plain_words import join_items
from eoi.reference import find_ccg_with_code
from eoi.review.submissions import ReviewedSubmission
from eoi.review.twice import list_twice
from eoi.submission.dates import DateRange

ENDED: Mapping[str, str] = {"withdrawn": "Withdrawn", "declined": "Declined"}


class Notice(NamedTuple):
    """A fact about one submission or several, and its kind."""

    kind: str
    words: str
    submissions: tuple[ReviewedSubmission, ...]


def list_notices(submissions: Sequence[ReviewedSubmission], round_: str) -> list[Notice]:
    """Return the notices, grouped by kind."""
    return [
        *list_read_in_part(submissions),
        *list_ended(submissions),
        *list_drafts(submissions),
        *list_late(submissions),
        *list_perhaps_late(submissions),
        *list_other_rounds(submissions, round_),
        *list_copies(submissions),
        *list_ccgs_twice(submissions),
        *list_wrong_codes(submissions),
        *list_unlisted(submissions),
        *list_neighbours(submissions),
    ]


def list_read_in_part(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each submission with values that cannot be read, with all of them."""
    for one in submissions:
        if one.unread:
            values = " ".join(f"Line {line}: {reason.removesuffix('.')}." for line, reason in one.unread)
            yield Notice("Read in part", f"Reviewed without what cannot be read. {values}", (one,))


def list_ended(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each submission that is withdrawn or declined."""
    for one in submissions:
        if ended := one.outcome.ended:
            decision = f" Decision: {one.decision.briefly}." if one.decision else ""
            yield Notice(ENDED[ended], f"The file says that it is {ended}.{decision}", (one,))


def list_drafts(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for the submissions that are drafts by their files."""
    drafts = tuple(one for one in submissions if one.status == "draft")
    if drafts:
        yield Notice(
            "Draft", "The file has the status draft, or none, and is counted as an application.", drafts
        )


def list_late(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each submission after the deadline of its round, the latest first."""
    for one in sorted(submissions, key=lambda one: -one.late_by):
        if one.late_by:
            days = "1 day" if one.late_by == 1 else f"{one.late_by:,} days"
            yield Notice("Late", f"Submitted {say_when(one.submitted)}, {days} after the deadline.", (one,))


def list_perhaps_late(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each submission whose date leaves open whether it met the deadline."""
    for one in submissions:
        if one.may_be_late:
            words = f"Submitted {say_when(one.submitted)}, which leaves open whether it met the deadline."
            yield Notice("Perhaps late", words, (one,))


def say_when(when: DateRange | None) -> str:
    """Return a date in a sentence, or an empty text for None."""
    return when.dated if when else ""


def list_other_rounds(submissions: Sequence[ReviewedSubmission], round_: str) -> Iterator[Notice]:
    """Yield a notice for each other round that submissions answer."""
    by_round: dict[str, list[ReviewedSubmission]] = {}
    for one in submissions:
        if one.round != round_:
            by_round.setdefault(one.round, []).append(one)
    for other, those in sorted(by_round.items()):
        answer = "submission answers" if len(those) == 1 else "submissions answer"
        yield Notice("Another round", f"{len(those):,} {answer} the round {other}.", tuple(those))


def list_copies(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for files with the same bytes under several names."""
    by_digest: dict[str, list[ReviewedSubmission]] = {}
    for one in submissions:
        by_digest.setdefault(one.digest, []).append(one)
    for those in by_digest.values():
        if len(those) > 1:
            names = join_items(one.file for one in those)
            yield Notice("The same file twice", f"{names} are the same, byte for byte.", tuple(those))


def list_ccgs_twice(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each CCG that is in several submissions, apart from copies and those that ended."""
    for words, those in list_twice(submissions):
        yield Notice("In several submissions", words, those)


def list_wrong_codes(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each code that is that of a CCG of another name."""
    for one in submissions:
        for ccg in one.ccgs:
            if ccg.wrong_code and (other := find_ccg_with_code(ccg.wrong_code)):
                words = f"{ccg.name} is given the code {ccg.wrong_code}, which is that of {other.name}."
                yield Notice("Code of another CCG", words, (one,))


def list_unlisted(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each CCG that the list does not have, so that it is in no count of CCGs."""
    naming: dict[str, list[ReviewedSubmission]] = {}
    for one in submissions:
        for ccg in one.ccgs:
            if not ccg.is_listed:
                code = ccg.code or ccg.wrong_code
                naming.setdefault(f"{ccg.name} ({code})" if code else ccg.name, []).append(one)
    for name, those in sorted(naming.items()):
        words = f"{name} is not in the list of CCGs, so no count of CCGs from the list has it."
        yield Notice("Not in the list of CCGs", words, tuple(those))


def list_neighbours(submissions: Sequence[ReviewedSubmission]) -> Iterator[Notice]:
    """Yield a notice for each CCG that submissions name and that did not apply."""
    applied = {ccg.code for one in submissions for ccg in one.ccgs}
    naming: dict[str, list[ReviewedSubmission]] = {}
    for one in submissions:
        for code in one.neighbours:
            if code not in applied:
                naming.setdefault(code, []).append(one)
    for code, those in sorted(naming.items()):
        if ccg := find_ccg_with_code(code):
            by = "submission" if len(those) == 1 else "submissions"
            words = f"{ccg.name} ({ccg.code}) is named in {len(those):,} {by}."
            yield Notice("Named, but did not apply", words, tuple(those))
