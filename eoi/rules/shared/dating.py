"""Dates that can be told apart: `2014/15` and 1 April 2015 can, `2014/15` and June 2014 cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Case
from eoi.source.nodes import Path
from eoi.submission.dates import When
from eoi.submission.starts import starts

OLDEST = 25  # years

Other = tuple[Path, str]


class Limit(NamedTuple):
    """A day that others are measured by, in words, and where it stands if it stands in the file."""

    when: When
    words: str
    other: Other | None = None


def is_before(one: When, other: When) -> bool:
    """Only where no reading of the two dates says otherwise: "by June" can be any time before it."""
    return one.last < other.first and one.open_at != "end" and other.open_at != "start"


def dated(when: When) -> str:
    """`on 20 June 2014`, `in autumn 2014`."""
    return when.dated


def submission(case: Case) -> Limit | None:
    when = case.submission.submitted
    return Limit(when, f"the submission {dated(when)}", (("submitted",), "submitted")) if when else None


def submission_or_deadline(case: Case) -> Limit | None:
    return submission(case) or deadline(case)


def deadline(case: Case) -> Limit | None:
    """None where it was not found, and where the file is judged as if it answered another round: its dates
    belong to its own."""
    when = case.round.closes(case.submission.form)
    return Limit(when, f"the deadline {dated(when)}") if when and answers_its_own_round(case) else None


def start_of_round(case: Case) -> Limit | None:
    """When the round's arrangements take effect, where that was found."""
    when = case.round.starts
    if not when or not answers_its_own_round(case):
        return None
    return Limit(when, f"the start of this round's arrangements {dated(when)}")


def weight_by(limit: Limit, case: Case) -> Severity | None:
    """Less while the day of submission is still open: then there is time to change what is planned."""
    return None if limit.other or case.submission.status == "submitted" else Severity.ADVICE


def answers_its_own_round(case: Case) -> bool:
    named = case.tree.entry("round")
    return named is not None and getattr(named.value, "text", "").strip() == case.round.id


def is_older(when: When, years: int, case: Case) -> bool:
    """Tell whether a date lies more than so many years before the round that a file was written for.

    What is older than any plan or count has a slip in its century, and another rule finds it.
    """
    year = case.round.dated.first.year
    return answers_its_own_round(case) and year - OLDEST <= when.last.year < year - years


def is_over(case: Case) -> bool:
    """Withdrawn, declined or decided: the file may have been kept up to date since."""
    return case.submission.status in ("withdrawn", "declined") or case.submission.decision is not None


def new_starts(case: Case) -> Iterator[tuple[Path, When, str]]:
    """The starts that can be asked for: what began in a year before the application is history, and so is a
    phase that was over by then."""
    asked = case.round.closes(case.submission.form) or case.round.issued or case.round.starts
    for path, when, form in starts(case.submission):
        if asked is None or not (when.last < first_of_april(asked.first) or was_over(path, asked, case)):
            yield path, when, form


def first_of_april(day: date) -> date:
    """Of the financial year that the day is in."""
    return date(day.year if day.month > 3 else day.year - 1, 4, 1)


def was_over(path: Path, asked: When, case: Case) -> bool:
    arrangement = case.submission.arrangement
    if arrangement is None or path[0] != "arrangement" or not isinstance(index := path[2], int):
        return False
    end = arrangement.phases[index].end
    return end is not None and is_before(end, asked)
