"""The first page of the checklist: one page to work from, however much is open.

Writers lay out pages, and this package does not know them. So the length of a page is counted in lines of a
table. Each row has the lines of its words, and about one more for the space around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eoi.document.field_places import INDEX, count_equal_steps
from eoi.document.front_page.questions import Question, list_decisions_to_make
from eoi.document.gaps.open_work import OpenRow, choose_rows_that_fit, list_open_items
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round

LETTERS = 46  # letters in a line of the column of words
LINES = 31  # lines of a page for open answers and decisions, including the space of each row
HEAD = 5  # lines that a second table takes for its caption and head
PART_OF_OPEN = 0.6  # share of the lines for open answers if there are decisions too
# Letters in a line of the names below the title, and the lines of a table that such a line takes.
LETTERS_OF_SUBTITLE, LINES_OF_SUBTITLE = 60, 2


class OpenDecision(FrozenValue):
    """A finding to decide on, and the person who can decide."""

    answerer: str
    question: Question


class WorkPage(FrozenValue):
    """The content of the page. `more` is the number of decisions without room on it; the annex has all."""

    rows: tuple[OpenRow, ...]
    decisions: tuple[OpenDecision, ...]
    more: int


def make_work_page(examined: ExaminedSubmission) -> WorkPage:
    """Return the open answers and the decisions to make, as many as fit on one page."""
    if examined.submission.ended:
        return WorkPage((), (), 0)
    names = {**examined.round.answerers, "": "Anybody"}
    answerers = list_answerers_of_paths(examined.round)
    asked = [
        OpenDecision(names[find_who_decides(finding, answerers)], question)
        for finding, question in list_decisions_to_make(examined)
    ]
    lines = LINES - count_lines_of_names(examined) - (HEAD if asked else 0)
    room = lines * PART_OF_OPEN if asked else lines
    items = list_open_items(examined.checklist, examined.round)
    rows = choose_rows_that_fit(items, lambda rows: count_lines(list_words_of_open_rows(rows)), room, lines)
    left = lines - count_lines(list_words_of_open_rows(rows))
    shown = [
        one for at, one in enumerate(asked) if count_lines(list_words_of_decisions(asked[: at + 1])) <= left
    ]
    named = tuple([row.replace(answerer=names[row.answerer]) for row in rows])
    return WorkPage(named, tuple(shown), len(asked) - len(shown))


def count_lines_of_names(examined: ExaminedSubmission) -> int:
    """Count the extra lines that the names of several CCGs take."""
    applicants = examined.submission.applicants
    letters = sum(len(f"{one.name}, ") for one in applicants)
    return letters // LETTERS_OF_SUBTITLE * LINES_OF_SUBTITLE


def list_words_of_open_rows(rows: Iterable[OpenRow]) -> list[str]:
    """Return the words of each row, beginning with its weight."""
    return [f"{row.weight}: {row.words}" for row in rows]


def list_words_of_decisions(decisions: Iterable[OpenDecision]) -> list[str]:
    """Return the words of each decision."""
    return [f"{one.question.question} {one.question.reason}" for one in decisions]


def count_lines(texts: Sequence[str]) -> int:
    """Count the lines that texts take as rows, including the space around each."""
    return sum(2 + len(text) // LETTERS for text in texts)


def list_answerers_of_paths(round_: Round) -> list[tuple[list[str], str]]:
    """List who can answer each requirement of a round, with the steps of its path."""
    asked = zip(round_.requirements, round_.who_answers, strict=True)
    return [(requirement[3].path.split("."), who) for requirement, who in asked]


def find_who_decides(finding: Finding, answerers: Iterable[tuple[list[str], str]]) -> str:
    """Return who can answer the requirement nearest to a finding's place."""
    place = INDEX.sub("[]", finding.path).split(".")
    return max(answerers, key=lambda asked: count_equal_steps(place, asked[0]))[1]
