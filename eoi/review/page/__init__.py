"""The pages of a review: one on the round, and one on each question with all its answers."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eoi.document.subset.prose import write_prose_blocks
from eoi.findings import Severity
from eoi.plain_words import capital
from eoi.review.answers import Answer, list_headings
from eoi.review.columns import COLUMNS, ReviewColumn
from eoi.review.conditions import EFFECTS, group_by_outcome, list_conditions, list_outcome_lines
from eoi.review.coverage import Coverage, group_by_area_team
from eoi.review.field_words import say_place
from eoi.review.figures import list_head_figures
from eoi.review.overview import Overview
from eoi.review.page.cells import (
    find_sort_key,
    show_cell,
    write_cell_figure,
    write_count,
    write_total,
)
from eoi.review.page.pictures import draw_spread, draw_starts
from eoi.review.spool import list_answers_to_question, list_questions_of_answers
from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing
from eoi.rounds import load_round
from eoi.rules.entries import list_entries

HERE = Path(__file__).parent
MARKS = {
    Coverage.ALONE: "●",
    Coverage.JOINTLY: "◐",
    Coverage.TWICE: "▲",
    Coverage.ENDED: "✕",
    Coverage.NOT: "○",
}
PIECES = 1_000
SCOPE_MARKS = {"yes": "●", "part": "◐", "no": "○", "": ""}
SCOPE_WORDS = {"yes": "in scope", "part": "in part", "no": "out of scope", "": "not stated"}


class PageQuestion(NamedTuple):
    """A question of the round, with the number of its answers, which are on a page of their own."""

    key: str
    heading: str
    words: str
    number: int

    @property
    def page(self) -> str:
        return f"answers-{self.key}.html"


class PageAnswers(NamedTuple):
    """The answers of a submission to a question, with the previous and next question that it answers."""

    submission: ReviewedSubmission
    answers: tuple[Answer, ...]
    before: PageQuestion | None
    after: PageQuestion | None


def write_pages(overview: Overview) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name and the pieces of each page, with `index.html` first."""
    questions = tuple(list_questions(overview))
    answered = {one.file: list_answered_questions(one, questions) for one in overview.submissions}
    context = make_page_context(overview, questions) | {"answered": answered}
    yield "index.html", write_page("index.html", context)
    for question in questions:
        given = list_answers_to(question, overview.submissions, answered)
        yield question.page, write_page("question.html", context | {"question": question, "given": given})


def write_page(template: str, context: Mapping[str, Any]) -> Iterator[str]:
    """Yield a page in pieces.

    Small pieces are joined, since a template writes a few words at a time.
    """
    pieces = make_page_environment().get_template(template).generate(context)
    while piece := "".join(islice(pieces, PIECES)):
        yield piece


def make_page_context(overview: Overview, questions: tuple[PageQuestion, ...]) -> dict[str, Any]:
    """Return the values for the templates of the pages."""
    conditions = list_conditions(overview.submissions)
    columns = choose_shown_columns(overview.submissions)
    style, script = read_page_part("style.css") + label_cards(columns), read_page_part("script.js")
    return {
        "overview": overview,
        "questions": questions,
        "teams": group_by_area_team(overview.covered),
        "columns": columns,
        "heads": list(list_head_figures(overview)),
        "outcomes": group_by_outcome(overview.submissions),
        "conditions": conditions,
        "effects": EFFECTS,
        "lines": list_outcome_lines(conditions),
        "names_of_sources": name_sources,
        "spreads": [draw_spread(one) for one in overview.spreads],
        "starts": draw_starts(filter(is_standing, overview.submissions)),
        "style": style,
        "script": script,
        "policy": write_security_policy(style, script),
        "Coverage": Coverage,
        "Severity": Severity,
        "marks": MARKS,
        "scope_marks": SCOPE_MARKS,
        "scope_words": SCOPE_WORDS,
        "why": find_reason_of_rule,
        "help": find_shared_help,
        "labels": {one.file: one.label for one in overview.submissions},
        "numbers": {one.file: number for number, one in enumerate(overview.submissions, 1)},
    }


def choose_shown_columns(submissions: Iterable[ReviewedSubmission]) -> list[ReviewColumn]:
    """Return the columns in which at least one submission has a value."""
    known = list(submissions)
    return [column for column in COLUMNS if any(column.value(one) not in (None, "") for one in known)]


def label_cards(columns: Iterable[ReviewColumn]) -> str:
    """Return the style sheet for narrow pages, where a row is a card and needs labels in its cells."""
    labels = "".join(
        f'#submissions td:nth-child({number})::before {{ content: "{column.heading}"; }}\n'
        for number, column in enumerate(columns, 2)
    )
    return f"@media print, screen and (max-width: 47.99rem) {{\n{labels}}}\n"


def name_sources(codes: str, round_: str) -> str:
    """Return the names of sources that a round cites by their codes."""
    known = load_round(round_).sources
    return "; ".join(known.get(code, code) for code in codes.split("; ") if code)


def find_reason_of_rule(rule: str) -> str:
    """Return the reason for a rule, or an empty text for an unknown rule."""
    entry = list_entries().get(rule)
    return entry.why if entry else ""


def find_shared_help(rule: str) -> str:
    """Return the help that all findings of a rule share, or an empty text if each has its own."""
    return getattr(list_entries().get(rule), "help", "")


def list_questions(overview: Overview) -> Iterator[PageQuestion]:
    """Yield the questions of the round that at least one submission answers."""
    numbers = Counter(key for one in overview.submissions for key in list_questions_of_answers(one.answers))
    for key, (heading, words) in list_headings(overview.main_round).items():
        if key in numbers:
            yield PageQuestion(key, heading, words, numbers[key])


def list_answered_questions(one: ReviewedSubmission, questions: Sequence[PageQuestion]) -> list[PageQuestion]:
    """Return the questions that a submission answers, in the order of the round."""
    keys = set(list_questions_of_answers(one.answers))
    return [question for question in questions if question.key in keys]


def list_answers_to(
    question: PageQuestion,
    submissions: Iterable[ReviewedSubmission],
    answered: Mapping[str, list[PageQuestion]],
) -> Iterator[PageAnswers]:
    """Yield the answers to a question, one submission after the other."""
    for one in submissions:
        asked = answered[one.file]
        if question in asked:
            here = asked.index(question)
            before = asked[here - 1] if here else None
            after = asked[here + 1] if here + 1 < len(asked) else None
            yield PageAnswers(one, tuple(list_answers_to_question(one.answers, question.key)), before, after)


@cache
def make_page_environment() -> Environment:
    """Return the environment of the templates, in which every value is escaped."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(
        figure=write_cell_figure,
        total=write_total,
        shown=show_cell,
        sorts=find_sort_key,
        prose=write_prose_blocks,
        capital=capital,
        plural=write_count,
        place=say_place,
    )
    return found


@cache
def read_page_part(name: str) -> str:
    """Return the text of the style sheet or the script of the pages."""
    return (HERE / name).read_text(encoding="utf-8")


def write_security_policy(style: str, script: str) -> str:
    """Return the security policy of the pages: nothing is loaded, and only the own style and script run."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
