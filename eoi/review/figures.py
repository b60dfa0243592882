"""The figures at the top of the page, which are in the workbook too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from eoi.plain_words import capital, count_noun
from eoi.review.columns import Unit
from eoi.review.coverage import Coverage
from eoi.review.overview import Overview
from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import RoundTotal, find_first_day, find_total, is_standing, sort_latest_first

SUMS: tuple[tuple[str, str, Unit], ...] = (
    ("People served", "people", "number"),
    ("Budgets of the CCGs", "budget", "money"),
    ("Primary care budgets", "envelope", "money"),
    ("Money asked for", "asked_for", "money"),
    ("Whole-time equivalents asked for", "wte", "decimal"),
)


class HeadFigure(NamedTuple):
    """A figure of the round, with an explanation and the submissions that it counts.

    `place` is the part of the page with details, for a figure without submissions.
    """

    name: str
    value: Decimal
    unit: Unit
    note: str = ""
    submissions: Sequence[ReviewedSubmission] = ()
    place: str = ""


def list_head_figures(overview: Overview) -> Iterator[HeadFigure]:
    """Yield the figures in the order of the page."""
    every = overview.submissions
    yield HeadFigure("Submissions", Decimal(len(every)), "number", place="submissions-title")
    applied = sum(one.coverage not in (Coverage.NOT, Coverage.ENDED) for one in overview.covered)
    standing = [one for one in every if is_standing(one)]
    unlisted = len({ccg.key for one in standing for ccg in one.ccgs if not ccg.is_listed})
    beside = f"; {unlisted:,} more not in the list" if unlisted else ""
    ended = overview.ccgs_that(Coverage.ENDED)
    note = f"of {len(overview.covered)}{say_left_out(ended)}{beside}"
    yield HeadFigure("CCGs that applied", Decimal(applied), "number", note, place="coverage")
    for id_, form in overview.main_round.forms.items():
        ended = sum(one.form == id_ and not is_standing(one) for one in every)
        note = say_left_out(ended).removeprefix(", ")
        yield count_submissions(capital(form.name), overview.with_form(id_), note)
    complete = [one for one in every if one.is_complete]
    yield count_submissions("Complete", complete, "nothing left to complete")
    yield count_submissions("With errors", overview.with_errors(), "beside what is missing")
    yield from list_sums(overview)


def count_submissions(name: str, those: Sequence[ReviewedSubmission], note: str = "") -> HeadFigure:
    """Return the number of submissions of a kind, as a figure."""
    return HeadFigure(name, Decimal(len(those)), "number", note, those)


def list_sums(overview: Overview) -> Iterator[HeadFigure]:
    """Yield the total of each figure over the submissions that stand and state it."""
    for name, figure, unit in SUMS:
        total = find_total(overview.submissions, figure)
        if total.counted:
            yield HeadFigure(name, total.value, unit, describe_total(total, overview), total.counted)


def describe_total(total: RoundTotal, overview: Overview) -> str:
    """Say who states a figure, and what the sum leaves out."""
    ended = sum(not is_standing(one) for one in overview.submissions)
    whose = count_noun(total.among, total.each, f"{total.each}s")
    return f"stated by {total.stated:,} of {whose}{say_left_out(ended)}{describe_versions(total, overview)}"


def say_left_out(ended: int) -> str:
    """Say how many a figure leaves out because they ended, behind a comma."""
    return f", without {ended:,} withdrawn or declined" if ended else ""


def describe_versions(total: RoundTotal, overview: Overview) -> str:
    """Say that a CCG or a submission counts once, if the folder has it several times."""
    standing = [one for one in overview.submissions if is_standing(one)]
    if total.each == "CCG":
        several = sum(len(one.ccgs) for one in standing) > total.among
        return "; a CCG in several submissions counts once" if several else ""
    once = "; of several by the same CCGs, the latest counts" if len(standing) > total.among else ""
    once += ", or the first in the list where none is later" if once and has_equally_late(standing) else ""
    sharing = count_sharing(total.counted)
    both = f"; {sharing:,} of them have a CCG in common, and all count" if sharing else ""
    return f"{once}{both}"


def has_equally_late(standing: Sequence[ReviewedSubmission]) -> bool:
    """Tell whether two submissions of the same CCGs have the same day, or none, and no other has a later."""
    dates: dict[frozenset[str], list[date]] = {}
    for one in sort_latest_first(standing):
        dates.setdefault(one.applying, []).append(find_first_day(one))
    return any(found[0] == found[1] for found in dates.values() if len(found) > 1)


def count_sharing(submissions: Sequence[ReviewedSubmission]) -> int:
    """Count the submissions that have a CCG in common with another of them."""
    numbers = Counter(key for one in submissions for key in one.applying)
    return sum(any(numbers[key] > 1 for key in one.applying) for one in submissions)
