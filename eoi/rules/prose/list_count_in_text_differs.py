"""Concerns, conditions, stages, options and groups counted in long texts, against the lists of the fields."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_lists import (
    NOUNS,
    PART_OF_THEM,
    SUBSET,
    CountedList,
    join_words_behind,
    list_counted_lists,
    make_number_field,
)
from eoi.rules.shared.figures.figures_against_fields import find_differing_field, report_figure
from eoi.rules.shared.prose.mood import is_unsure

LARGE = 30
# These words make a sentence doubtful elsewhere. Here they only name what is counted.
CONSIDERED = Expression(r"\b(?:option\w*|consider\w*)\b")


def check(case: Case) -> Iterator[Problem]:
    figures = [figure for figure in case.figures if figure.unit == "count" and figure.amount < LARGE]
    behind = join_words_behind(figures)
    if all(nouns.lacks_words(behind) for nouns in NOUNS):
        return
    lists = list(list_counted_lists(case))
    for figure in figures:
        yield from judge(figure, lists)


def is_part(figure: ProseFigure) -> bool:
    """Tell whether only a part of a list is counted, as in `two of the stages` or `the next two steps`."""
    flat = figure.said.flat
    return bool(
        PART_OF_THEM.match(flat, figure.end)
        or SUBSET.search(figure.before)
        or is_unsure(CONSIDERED.sub(" ", flat))
    )


def judge(figure: ProseFigure, lists: list[CountedList]) -> Iterator[Problem]:
    """Report a number that differs from the length of every list that it can be about."""
    flat = figure.said.flat
    fields = [
        make_number_field(path, number, what)
        for one in lists
        if (noun := one.nouns.match(flat, figure.end))
        and one.beside.is_in(flat)
        and not one.unlike.is_in(f"{flat[: figure.start]} {flat[noun.end() :]}")
        for path, number, what in one.lists
    ]
    if (field := find_differing_field(figure, fields)) and figure.is_of_now and not is_part(figure):
        yield report_figure(figure, field, sure=False)


RULE = Rule(
    summary="Texts count as many concerns, conditions, stages, options and groups as are listed",
    why="A reader who is promised five concerns and finds seven answers looks for what was dropped.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  members:
    concerns: [Workload, Conflicts of interest, Money]
    planned: Our members raised five concerns, and we answer them at the next meeting.
""",
    passes="""
engagement:
  members:
    concerns: [Workload, Conflicts of interest, Money]
    planned: Our members raised three concerns. Two of the concerns need more work.
""",
)
