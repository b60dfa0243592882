"""The figures at the top of the page, which are in the workbook too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from eoi.lists import capital
from eoi.review.columns import Unit
from eoi.review.coverage import Coverage
from eoi.review.overview import Overview
from eoi.review.submissions import Reviewed

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
    submissions: Sequence[Reviewed] = ()
    place: str = ""


def list_head_figures(overview: Overview) -> Iterator[HeadFigure]:
    """Yield the figures in the order of the page."""
    every = overview.submissions
    yield HeadFigure("Submissions", Decimal(len(every)), "number", place="submissions-title")
    applied = len(overview.covered) - overview.ccgs_that(Coverage.NOT)
    yield HeadFigure(
        "CCGs that applied", Decimal(applied), "number", f"of {len(overview.covered)}", place="coverage"
    )
    for id_, form in overview.main_round.forms.items():
        yield count_submissions(capital(form.name), overview.with_form(id_))
    complete = [one for one in every if one.is_complete]
    yield count_submissions("Complete", complete, "nothing left to complete")
    yield count_submissions("With errors", overview.with_errors(), "beside what is missing")
    yield from list_sums(overview)


def count_submissions(name: str, those: Sequence[Reviewed], note: str = "") -> HeadFigure:
    """Return the number of submissions of a kind, as a figure."""
    return HeadFigure(name, Decimal(len(those)), "number", note, those)


def list_sums(overview: Overview) -> Iterator[HeadFigure]:
    """Yield the total of each figure over the submissions that state it."""
    for name, figure, unit in SUMS:
        value, those = overview.total(figure)
        if those:
            note = f"stated by {len(those)} of {len(overview.submissions)}"
            yield HeadFigure(name, value, unit, note, those)
