"""Delegation that starts in the middle of a financial year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rounds.model import Round
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import is_before, list_new_starts
from eoi.rules.shared.problems import has_sentence_with
from eoi.submission.dates import DateRange
from eoi.submission.paths import find_item
from eoi.submission.proposal import Milestone

YEAR = WordList(
    "year|years|midyear|midyears|mid-year|mid-years|quarter|quarters|month|months|april|budget|"
    "budgets|account|accounts"
)
WHY = WordList(
    "midyear|mid-year|middle|half|part|because|since|so that|until|agreed|due to|owing to|close|"
    "closes|end|ends"
)


def check(case: Case) -> Iterator[Problem]:
    for path, when, form in list_new_starts(case):
        if form != "delegated" or can_be_first_of_april(when):
            continue
        item = find_item(case.submission, path)
        field = "note" if isinstance(item, Milestone) else "description"
        if not has_sentence_with(getattr(item, field, None), YEAR, WHY):
            yield Problem(
                path,
                f"Delegation starts {when.dated}, not on 1 April.",
                help=f"Give {name_first_day(case.round, when)}, or say in `{field}` why the year "
                "cannot be kept whole.",
            )


def name_first_day(round_: Round, when: DateRange) -> str:
    """Return the day on which the round's arrangements start, or the next 1 April if that is over."""
    if round_.starts and is_before(when, round_.starts):
        return f"{round_.starts}, when arrangements of this round start"
    return f"1 April, for example `{when.last.year + (when.last.month > 3)}-04-01`"


def can_be_first_of_april(when: DateRange) -> bool:
    """Tell whether a date can mean the first of April."""
    return any(when.first <= date(year, 4, 1) <= when.last for year in {when.first.year, when.last.year})


RULE = Rule(
    summary="Delegation starts on 1 April",
    why="Budgets are delegated for whole financial years: every delegation found began on 1 April, and "
    "notice to leave takes effect on that day.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="NHS England, on applications (S11) and questions about them (S12); S39, S47, S56",
    # In June 2014 nobody could know.
    since=date(2014, 11, 1),
    needs=("arrangement.phases[]", "timescales[]"),
    fails="""
round: 2015
form: delegated
arrangement:
  phases:
    - {name: Delegation, form: delegated, start: 2015-10-01}
""",
    passes="""
round: 2015
form: delegated
arrangement:
  phases:
    - {name: Delegation, form: delegated, start: 2015-04-01}
""",
)
