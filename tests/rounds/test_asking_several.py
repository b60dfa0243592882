"""A round asks one CCG in the singular and several in the plural, in every paper and for every form."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest

from eoi.document.blocks import Document
from eoi.papers import list_papers
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Round, RoundPart
from eoi.rules.entries import list_entries
from eoi.rules.rule import Rule
from eoi.writers.md import write
from tests.samples import ROOT, paper
from tests.thorough import some_of

GOLDEN = ROOT / "tests" / "golden" / "questions-to-several.txt"
ASKED = [(name, form) for name in list_known_rounds() for form in load_round(name).offers]
BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
SINGULAR = re.compile(r"\bthe CCG\b(?! Boards)|\b(?:the|our) CCG's|\bthe CCG Board\b(?!s)", re.IGNORECASE)
# What a person wrote, the name of a source, and the sentences that speak of one CCG among several.
OF_ONE = (
    "on the CCG's submission",
    "A vote against means that the CCG withdraws",
)
BARE = "applicants: [{name: NHS Somewhere CCG}, {name: NHS Elsewhere CCG}]\n"


def list_questions(round_: Round, form: str) -> list[str]:
    """List each heading, question and requirement, in the order of the document."""
    return [
        line for section in round_.sections for part, _ in section.places for line in say_part(part, form)
    ]


def say_part(part: RoundPart, form: str) -> list[str]:
    asked = [one.asks for one in part.requirements if not one.forms or form in one.forms]
    return [f"  {part.heading}: {part.question}", *(f"    {words}" for words in asked)]


def singular_words(document: Document) -> list[str]:
    """List what a paper says of one CCG only, though several apply."""
    text = write(document).decode().replace("’", "'").replace("‘", "'")
    for words in OF_ONE:
        text = text.replace(words, "")
    return [text[max(0, found.start() - 60) : found.end() + 60] for found in SINGULAR.finditer(text)]


def answer(bid: str, round_: str, form: str) -> str:
    """Put a bid to another round and form."""
    head = f"round: {round_}\nform: {form}\n"
    return head + re.sub(r"^(?:round|form): .*\n", "", bid, flags=re.MULTILINE)


def test_every_question_in_the_plural_reads_as_its_golden(request: pytest.FixtureRequest) -> None:
    blocks = [
        "\n".join((f"{name}, {form}", *list_questions(load_round(name).for_several, form), ""))
        for name, form in ASKED
    ]
    said = "\n".join(blocks)
    if request.config.getoption("--update-goldens"):
        GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert len(blocks) == len(ASKED) >= 9
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_no_question_to_several_speaks_of_the_ccg() -> None:
    asked = {line for name, form in ASKED for line in list_questions(load_round(name).for_several, form)}
    assert len(asked) > 60
    assert [line for line in asked if SINGULAR.search(line)] == []


def test_one_ccg_is_asked_in_the_singular() -> None:
    asked = [line.strip() for line in list_questions(load_round("2014"), "joint")]
    assert "the CCG's full name" in asked
    assert "why the applicant applies alone or with others" in asked


def test_no_reason_why_an_assessor_asks_speaks_of_one_applicant() -> None:
    whys = [entry.why for entry in list_entries().values() if isinstance(entry, Rule)]
    assert len(whys) > 100
    assert [why for why in whys if re.search(r"\bthe CCG\b", why)] == []


# The words are those of the round, the form and the field: the bids, which fill nearly the same, take turns.
IN_TURN = [(path, *asked) for path, asked in zip(cycle(BIDS), ASKED, strict=False)]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "round_", "form"), some_of(IN_TURN, 1), ids=lambda one: Path(one).stem)
def test_no_paper_of_several_speaks_of_the_ccg(path: Path, round_: str, form: str) -> None:
    text = answer(path.read_text(encoding="utf-8"), round_, form)
    papers = [paper(name, text, final=final) for name in list_papers() for final in (False, True)]
    bare = [paper(name, answer(BARE, round_, form)) for name in list_papers()]
    assert len(papers + bare) >= 21
    assert [words for one in papers + bare for words in singular_words(one)] == []
