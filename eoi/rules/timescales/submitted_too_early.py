"""Dates of submission that several kinds of dates are later than, so that it is probably wrong itself."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.timescales import (
    board_approval_after_submission,
    engagement_after_submission,
    population_date_in_future,
    signed_after_submission,
    strategy_published_after_submission,
    versions_out_of_order,
)
from eoi.source.nodes import Path
from eoi.submission.approvals import name_board

# Each of these rules compares one kind of date with `submitted`. The words name the date of one CCG.
COMPARING = {
    board_approval_after_submission: "the {board} of ",
    signed_after_submission: "the signature of ",
    engagement_after_submission: "",
    population_date_in_future: "the population of ",
    strategy_published_after_submission: "the five-year plan of ",
    versions_out_of_order: "",
}
FEWEST_KINDS = 2
MOST_NAMES = 8


def check(case: Case) -> Iterator[Problem]:
    submitted = case.submission.submitted
    if submitted is None:
        return
    board = name_board(case.submission)
    every = (list_later_dates(rule.check(case), lead.format(board=board)) for rule, lead in COMPARING.items())
    kinds = [dates for dates in every if dates]
    if len(kinds) < FEWEST_KINDS:
        return
    dates = [(path, name) for kind in kinds for path, name in kind]
    yield Problem(
        ("submitted",),
        f"The date of submission, {submitted.within}, is before {len(dates)} other dates: "
        f"{join_items([name for _, name in dates], MOST_NAMES)}.",
        help="Correct `submitted` if it is wrong: that settles the others. If it is right, correct those.",
        also=tuple(dates),
    )


def list_later_dates(problems: Iterator[Problem], lead: str) -> list[tuple[Path, str]]:
    """List the dates after the submission that problems report, each with its name."""
    return [
        (one.path, f"{lead}{one.several.item}")
        for one in problems
        if one.several and one.other and one.other[0] == ("submitted",)
    ]


RULE = Rule(
    summary="The date of submission is not before dates of several kinds",
    why="Boards approve, officers sign and bodies answer before a document goes in. Where several kinds of "
    "date come after `submitted`, it is more likely to be wrong than all of them.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("submitted",),
    fails="""
submitted: 2014-05-20
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
signatories:
  - {role: Accountable officer, date: 2014-06-13}
""",
    passes="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
signatories:
  - {role: Accountable officer, date: 2014-06-13}
""",
    unless=("submitted-before-invitation",),
)
