"""Whoever wrote a figure or a choice that cannot be read is shown their own, and where the rest goes."""

from __future__ import annotations

import re

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from tests.samples import skeleton
from tests.tables import for_each_row

IN_APPLICANT, IN_POST, IN_MILESTONE = (
    "    {}\n",
    "resources:\n  posts:\n    - {}\n",
    "timescales:\n  - {}\n",
)


def help_for(where: str, line: str) -> str:
    outcome = examine(skeleton(more=where.format(line)).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    (finding,) = outcome.findings
    return finding.help


def done(where: str, help_: str) -> object:
    """The file when somebody has written what the help shows first."""
    shown = re.search(r"`([^`]+: [^`]+)`", help_)
    assert shown, help_
    return examine(skeleton(more=where.format(shown[1])).encode(), "ccg.yaml")


@for_each_row(
    [
        (IN_POST, "wte: 34 WTE approx.", "Write `wte: approximately 34 WTE`."),
        (IN_APPLICANT, "practices: 27 (approx)", "Write `practices: approximately 27`."),
        (IN_POST, "start: Summer 14", "Write `start: Summer 2014`."),
        (IN_APPLICANT, "clusters: five clusters", "Write `clusters: 5 clusters`."),
        (
            IN_APPLICANT,
            "budget: £220m subject to audit",
            "Write `budget: £220m`, and put 'subject to audit' in `applicants[0].notes`.",
        ),
        (
            IN_APPLICANT,
            "budget: £220m, 2014/15",
            "Write `budget: £220m`, and put '2014/15' in `applicants[0].notes`.",
        ),
        (
            IN_APPLICANT,
            "coterminous: Yes – entirely",
            "Write `coterminous: Yes`, and put 'entirely' in `applicants[0].notes`.",
        ),
        (
            IN_POST,
            "cost: £43.3k plus on-costs",
            "Write `cost: £43.3k`, and put 'plus on-costs' in `resources.introduction`.",
        ),
        (
            IN_MILESTONE,
            "date: April 2015 subject to approval",
            "Write `date: April 2015`, and put 'subject to approval' in `timescales[0].note`.",
        ),
    ],
)
def test_what_can_be_read_is_shown_and_the_rest_has_a_place(where: str, line: str, help_: str) -> None:
    assert help_for(where, line) == help_
    assert isinstance(done(where, help_), ExaminedSubmission)


@pytest.mark.parametrize("typed", ["20 June", "June", "1st April", "Dec"])
def test_a_date_without_its_year_is_asked_for_the_year(typed: str) -> None:
    help_ = help_for(IN_MILESTONE, f"date: {typed}")
    assert help_ == f"Add the year: `date: {typed} 2014`, if 2014 is meant."
    assert isinstance(done(IN_MILESTONE, help_), ExaminedSubmission)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("staff: 43", "`headcount: 43` or `wte: 43`"),
        ("staff: 34 WTE", "`wte: 34 WTE`"),
        ("population: 197,040", "`resident: 197,040` or `registered: 197,040`"),
    ],
)
def test_a_figure_where_a_group_belongs_is_shown_below_its_name(line: str, fields: str) -> None:
    assert help_for(IN_APPLICANT, line) == f"Write it on a line of its own below, indented: {fields}."


def test_a_text_written_with_dashes_needs_a_bar() -> None:
    help_ = help_for(IN_APPLICANT, "notes:\n      - We are small\n      - We are lean")
    assert help_ == "Put a bar behind the name, `notes: |`, and indent the lines below it."
    more = IN_APPLICANT.format("notes: |\n      - We are small\n      - We are lean")
    assert isinstance(examine(skeleton(more=more).encode(), "ccg.yaml"), ExaminedSubmission)


def test_one_line_written_with_dashes_goes_on_one_line() -> None:
    help_ = help_for(IN_APPLICANT, "area_team:\n      - Wessex\n      - Devon")
    assert help_ == "Write it on the line of its name, `area_team: ...`, with commas between the items."


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("practices: 47 GPs", "practices: 27"),
        ("budget: 220m euros", "budget: £220m"),
        ("budget: a lot", "budget: £220m"),
        ("running_costs: £5m to £4m", ""),
    ],
)
def test_a_figure_of_something_else_is_not_taken_for_the_officers_own(line: str, example: str) -> None:
    assert "Write `" not in help_for(IN_APPLICANT, line)
    assert example in help_for(IN_APPLICANT, line)
