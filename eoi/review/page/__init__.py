"""The pages of a review: one that shows the round, and one for each question with all its answers."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eoi.document.prose import prose
from eoi.findings import Severity
from eoi.lists import capital
from eoi.review.answers import list_parts
from eoi.review.coverage import Coverage, by_area_team
from eoi.review.overview import Overview
from eoi.review.submissions import Reviewed

HERE = Path(__file__).parent
MARKS = {
    Coverage.ALONE: "●",
    Coverage.JOINTLY: "◐",
    Coverage.TWICE: "▲",
    Coverage.NOT: "○",
}
SCOPE_MARKS = {"yes": "●", "part": "◐", "no": "○", "": ""}
SCOPE_WORDS = {"yes": "in scope", "part": "in part", "no": "out of scope", "": "not stated"}


class PageQuestion(NamedTuple):
    """A question of the round with all its answers, and the page that they stand on."""

    key: str
    heading: str
    words: str
    answers: tuple[tuple[Reviewed, str, str], ...]

    @property
    def page(self) -> str:
        return f"answers-{self.key}.html"


def write_pages(overview: Overview) -> dict[str, str]:
    """Return the pages by their file names, `index.html` first."""
    questions = tuple(list_questions(overview))
    context = page_context(overview, questions)
    pages = {"index.html": page_environment().get_template("index.html").render(context)}
    template = page_environment().get_template("question.html")
    for question in questions:
        pages[question.page] = template.render(context, question=question)
    return pages


def page_context(overview: Overview, questions: tuple[PageQuestion, ...]) -> dict[str, Any]:
    """Return what the templates may speak of."""
    style, script = read_page_part("style.css"), read_page_part("script.js")
    return {
        "overview": overview,
        "questions": questions,
        "teams": by_area_team(overview.covered),
        "style": style,
        "script": script,
        "policy": policy(style, script),
        "Coverage": Coverage,
        "Severity": Severity,
        "marks": MARKS,
        "scope_marks": SCOPE_MARKS,
        "scope_words": SCOPE_WORDS,
        "numbers": {one.file: number for number, one in enumerate(overview.submissions, 1)},
    }


def list_questions(overview: Overview) -> Iterator[PageQuestion]:
    """Yield the questions of the round that any submission answers in words."""
    given: dict[str, list[tuple[Reviewed, str, str]]] = {}
    for one in overview.submissions:
        for answer in one.answers:
            given.setdefault(answer.question, []).append((one, answer.path, answer.text))
    for _, part_, key in list_parts(overview.main_round):
        if key in given:
            yield PageQuestion(key, part_.heading, part_.question or "", tuple(given[key]))


@cache
def page_environment() -> Environment:
    """Return the environment of the templates; every value is escaped."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(amount=write_amount, figure=write_cell_figure, money=write_money)
    found.filters.update(prose=prose, capital=capital, plural=write_count)
    return found


@cache
def read_page_part(name: str) -> str:
    """Return the style sheet or the script of the pages."""
    return (HERE / name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """Return the policy of the pages: nothing is loaded, and only our style and our script are heeded."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def write_amount(value: Decimal | None, places: int = 0) -> str:
    """Write a number with commas; nothing for one that is not stated."""
    return "" if value is None else f"{value:,.{places}f}"


def write_money(value: Decimal | None) -> str:
    """Write pounds as people read them: £220m, £79.4k, £3.20."""
    if value is None:
        return ""
    for size, letter in ((Decimal(1_000_000_000), "bn"), (Decimal(1_000_000), "m"), (Decimal(1_000), "k")):
        if abs(value) >= size:
            return f"£{f'{value / size:.1f}'.removesuffix('.0')}{letter}"
    return f"£{value:,.2f}"


def write_cell_figure(value: Decimal, unit: str) -> str:
    """Write a figure in its unit."""
    if unit == "£":
        return write_money(value)
    return f"{value:,.1f}%" if unit == "%" else write_amount(value)


def write_count(number: int, one: str, several: str = "") -> str:
    """Write a number with the word for what it counts."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
