"""The columns of the list of submissions, in the order of the page and of the workbook.

They include the views that assessors look for: of the LMC, Healthwatch and the health and wellbeing board.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.review.submissions import ReviewedSubmission
from eoi.rules.shared.bodies.roles import is_lay
from eoi.submission.dates import DateRange

Unit = Literal["", "number", "decimal", "money", "share"]
Value = str | int | Decimal | DateRange | None
Body = Literal["lmc", "healthwatch", "board"]
BODIES: Mapping[Body, Expression] = {
    "lmc": Expression(r"\bLMCs?\b|\blocal medical committees?\b", re.IGNORECASE),
    "healthwatch": Expression(r"\bhealthwatch\b", re.IGNORECASE),
    "board": Expression(r"\bhealth (?:and|&) well-?being board\b|\bHWBB?\b", re.IGNORECASE),
}
NO_VIEW = "no view stated"
LONGEST = 90  # characters of a view in a row; the file has the rest of it


def say_view(views: Iterable[tuple[str, str]], body: Body) -> str:
    """Return the view of a body in brief, or an empty text if the submission does not name the body."""
    said = [view for name, view in views if BODIES[body].search(name)]
    if not said:
        return ""
    return shorten_to_row(next(filter(None, said), "") or NO_VIEW)


def shorten_to_row(text: str) -> str:
    """Return a text that fits into a row, cut after a word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]}…"


def say_lay_chair(chairs: Iterable[str]) -> str:
    """Return "yes" or "no" for a lay person who chairs a group, or an empty text if no chair is stated."""
    known = list(chairs)
    return ("yes" if any(map(is_lay, known)) else "no") if known else ""


def say_ballots(outcomes: Iterable[str]) -> str:
    """Return the results of votes, each once, with the number of votes if there are several."""
    return "; ".join(
        f"{outcome} ({number})" if number > 1 else outcome for outcome, number in Counter(outcomes).items()
    )


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
