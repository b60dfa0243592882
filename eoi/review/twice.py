"""CCGs in several submissions, and what differs between these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from eoi.plain_words import join_items
from eoi.review.named_ccgs import CcgFigures
from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing, sort_latest_first
from eoi.review.written_figures import write_as_stated, write_decimal, write_money_exactly

Say = Callable[[ReviewedSubmission, CcgFigures], str]
NOT_STATED = "not stated"


def say_number(value: Decimal | None) -> str:
    """Return a number in words of the page."""
    return NOT_STATED if value is None else write_decimal(value)


def say_pounds(value: Decimal | None) -> str:
    """Return an amount that is not rounded, since two amounts may differ by little."""
    return NOT_STATED if value is None else write_money_exactly(value)


OF_A_CCG: Mapping[str, Say] = {
    "form": lambda one, _: one.form,
    "people": lambda _, own: say_number(own.people),
    "budget": lambda _, own: say_pounds(own.budget),
}
OF_A_SUBMISSION: Mapping[str, Say] = {
    "primary care budget": lambda one, _: say_pounds(one.figures.envelope),
    "money asked for": lambda one, _: say_pounds(one.figures.asked_for),
    "whole-time equivalents": lambda one, _: (
        NOT_STATED if one.figures.wte is None else write_as_stated(one.figures.wte)
    ),
    "start": lambda one, _: one.start.written if one.start else NOT_STATED,
}


def list_twice(
    submissions: Sequence[ReviewedSubmission],
) -> Iterator[tuple[str, tuple[ReviewedSubmission, ...]]]:
    """Yield words on each CCG in several submissions that stand, with these. Copies are left out."""
    by_ccg: dict[tuple[str, str], dict[str, ReviewedSubmission]] = {}
    for one in filter(is_standing, submissions):
        for ccg in one.ccgs:
            by_ccg.setdefault((ccg.name, ccg.key), {}).setdefault(one.digest, one)
    for (name, key), found in sorted(by_ccg.items()):
        those = tuple(found.values())
        if len(those) > 1:
            yield f"{name} is in {len(those):,} submissions.{say_differences(key, those)}", those


def say_differences(key: str, those: Sequence[ReviewedSubmission]) -> str:
    """Say what differs between submissions of a CCG, and which of them the sums of the page count."""
    asked = dict(OF_A_CCG)
    if len({one.applying for one in those}) == 1:
        asked.update(OF_A_SUBMISSION)
    said = {what: [say(one, find_figures_of_ccg(one, key)) for one in those] for what, say in asked.items()}
    differing = [f"{what}, {join_items(each)}" for what, each in said.items() if len(set(each)) > 1]
    if not differing:
        return ""
    which = sort_latest_first(those)[0].file
    return f" They differ: {'; '.join(differing)}. Sums take the figures of {which} before any other."


def find_figures_of_ccg(one: ReviewedSubmission, key: str) -> CcgFigures:
    """Return the figures of a CCG in a submission."""
    return next(own for ccg, own in zip(one.ccgs, one.by_ccg, strict=True) if ccg.key == key)
