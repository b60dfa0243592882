"""The columns of the list of submissions, in the order of the page and of the workbook."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from eoi.findings import Severity
from eoi.review.submissions import ReviewedSubmission
from eoi.review.views import say_ballots, say_lay_chair, say_view
from eoi.submission.dates import DateRange

Unit = Literal["", "number", "decimal", "money", "share"]
Value = str | int | Decimal | DateRange | None


class ReviewColumn(NamedTuple):
    """A column: its heading, its unit, and its value for a submission.

    The unit is empty for words and dates.
    """

    heading: str
    unit: Unit
    value: Callable[[ReviewedSubmission], Value]


def count_scope(answer: str) -> Callable[[ReviewedSubmission], int | None]:
    """Return a function that counts the functions with an answer, or returns None if there are none."""
    return lambda one: sum(given == answer for _, given in one.scope) if one.scope else None


COLUMNS: tuple[ReviewColumn, ...] = (
    ReviewColumn("Form", "", lambda one: one.form),
    ReviewColumn("Status", "", lambda one: one.status),
    ReviewColumn("Decision", "", lambda one: one.decision.briefly if one.decision else ""),
    ReviewColumn("Submitted", "", lambda one: one.submitted),
    ReviewColumn("Days late", "number", lambda one: one.late_by or None),
    ReviewColumn("Answered", "share", lambda one: one.share_answered),
    ReviewColumn("Errors", "number", lambda one: one.count(Severity.ERROR)),
    ReviewColumn("Warnings", "number", lambda one: one.count(Severity.WARNING)),
    ReviewColumn("Set aside", "number", lambda one: len(one.set_aside) or None),
    ReviewColumn("Codes", "", lambda one: " ".join(ccg.code for ccg in one.ccgs if ccg.code)),
    ReviewColumn("Area team", "", lambda one: ", ".join(one.area_teams)),
    ReviewColumn("Start", "", lambda one: one.start),
    ReviewColumn("Fallback", "", lambda one: one.fallback),
    ReviewColumn("People", "number", lambda one: one.figures.people),
    ReviewColumn("Budget per head", "money", lambda one: one.figures.budget_per_head),
    ReviewColumn("Primary care budget", "money", lambda one: one.figures.envelope),
    ReviewColumn("Asked for", "money", lambda one: one.figures.asked_for),
    ReviewColumn("Asked for per head", "money", lambda one: one.figures.asked_per_head),
    ReviewColumn("Share of running costs", "share", lambda one: one.figures.share_of_running_costs),
    ReviewColumn("WTE", "decimal", lambda one: one.figures.wte),
    ReviewColumn("Functions in scope", "number", count_scope("yes")),
    ReviewColumn("In part", "number", count_scope("part")),
    ReviewColumn("Out of scope", "number", count_scope("no")),
    ReviewColumn("Ballot", "", lambda one: say_ballots(one.ballots)),
    ReviewColumn("LMC", "", lambda one: say_view(one.views, "lmc")),
    ReviewColumn("Healthwatch", "", lambda one: say_view(one.views, "healthwatch")),
    ReviewColumn("Health and wellbeing board", "", lambda one: say_view(one.views, "board")),
    ReviewColumn("Lay chair", "", lambda one: say_lay_chair(one.chairs)),
    ReviewColumn("Digest", "", lambda one: one.digest[:12]),
)
