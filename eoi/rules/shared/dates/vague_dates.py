"""Comparisons of dates that may be vague: `2014/15` is before May 2015, but June 2014 may be in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case, work_out_once
from eoi.source.nodes import Path
from eoi.submission.dates import DateRange
from eoi.submission.proposal import starts

OLDEST = 25  # years

Other = tuple[Path, str]


class Limit(FrozenValue):
    """A day to compare dates with, its description, and its place if it is in the file."""

    when: DateRange
    words: str
    other: Other | None = None


def is_before(one: DateRange, other: DateRange) -> bool:
    """Tell whether one date is before another however both are read.

    "By June" can be any time before June.
    """
    return one.last < other.first and one.open_at != "end" and other.open_at != "start"


def find_submission(case: Case) -> Limit | None:
    """Return the day of submission as a limit, or None if it is not stated."""
    when = case.submission.submitted
    return Limit(when, f"the submission {when.dated}", (("submitted",), "submitted")) if when else None


@work_out_once
def find_submission_or_deadline(case: Case) -> Limit | None:
    """Return the day of submission, or else the deadline, or None if neither is known."""
    return find_submission(case) or find_deadline(case)


@work_out_once
def find_deadline(case: Case) -> Limit | None:
    """Return the deadline of the round, or None if it is not known.

    A file that is judged by another round than its own has no deadline.
    """
    when = case.round.closes(case.submission.form)
    return Limit(when, f"the deadline {when.dated}") if when and answers_its_own_round(case) else None


def find_start_of_round(case: Case) -> Limit | None:
    """Return the day on which the round's arrangements take effect, or None if it is not known."""
    when = case.round.starts
    if not when or not answers_its_own_round(case):
        return None
    return Limit(when, f"the start of this round's arrangements {when.dated}")


def weigh_by(limit: Limit, case: Case) -> Severity | None:
    """Return a lower severity while a plan can still be changed, or None for the rule's own."""
    return None if limit.other or case.submission.status == "submitted" else Severity.ADVICE


def answers_its_own_round(case: Case) -> bool:
    """Tell whether the file is judged by the round that it names."""
    named = case.tree.entry("round")
    return named is not None and getattr(named.value, "text", "").strip() == case.round.id


def is_older(when: DateRange, years: int, case: Case) -> bool:
    """Tell whether a date is more than so many years before the round that a file was written for.

    A date older than 25 years has a slip in its century, which another rule reports.
    """
    year = case.round.dated.first.year
    return answers_its_own_round(case) and year - OLDEST <= when.last.year < year - years


def is_over(case: Case) -> bool:
    """Tell whether a submission was withdrawn, declined or decided.

    Its file may have been kept up to date since.
    """
    return case.submission.status in ("withdrawn", "declined") or case.submission.decision is not None


def list_new_starts(case: Case) -> Iterator[tuple[Path, DateRange, str]]:
    """Yield the starts that a submission can ask for, each with its path and form.

    A start in a financial year before the application is history, and so is a phase that had ended by then.
    """
    asked = case.round.closes(case.submission.form) or case.round.issued or case.round.starts
    for path, when, form in starts(case.submission):
        if asked is None or not (
            when.last < find_first_of_april(asked.first) or is_over_before(path, asked, case)
        ):
            yield path, when, form


def find_first_of_april(day: date) -> date:
    """Return the first day of the financial year that the day is in."""
    return date(day.year if day.month > 3 else day.year - 1, 4, 1)


def is_over_before(path: Path, asked: DateRange, case: Case) -> bool:
    """Tell whether the phase at a path ends before a day."""
    arrangement = case.submission.arrangement
    if arrangement is None or path[0] != "arrangement" or not isinstance(index := path[2], int):
        return False
    end = arrangement.phases[index].end
    return end is not None and is_before(end, asked)
