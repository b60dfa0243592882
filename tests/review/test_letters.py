"""A letter tells the CCGs of a submission its outcome, what is missing and what to have ready."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eoi.document.blocks import Document
from eoi.document.templates import Templates
from eoi.review.letters import make_letter
from eoi.review.submissions import Reviewed, review_submission
from eoi.rounds import known_rounds, load_round
from eoi.writers import formats, writer
from tests.samples import EXAMPLES, ROOT, examined, skeleton

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))
REAL = {file.stem: file.read_text(encoding="utf-8") for file in (*EXAMPLES, *BIDS)}
LEAST = {
    f"{name}-{form}": skeleton(form).replace("round: 2014", f"round: {name}")
    for name in known_rounds()
    for form in load_round(name).offers
}
ENDED = {"withdrawn": skeleton(more="status: withdrawn\n")}
ALL = REAL | LEAST | ENDED
LIST_ITEM = re.compile(r"^- .*[^ ]", re.MULTILINE)


def reviewed(text: str) -> Reviewed:
    found = review_submission(examined(text), "one.yaml")
    assert isinstance(found, Reviewed)
    return found


def letter(text: str, templates: Templates | None = None) -> Document:
    one = reviewed(text)
    return make_letter(one, load_round(one.round), templates or Templates())


def words(text: str) -> str:
    return writer("md").write(letter(text)).decode()


@pytest.mark.parametrize("name", ALL)
def test_no_letter_has_an_empty_or_a_false_sentence(name: str) -> None:
    text, one = words(ALL[name]), reviewed(ALL[name])
    assert not re.search(r"\bNone\b|\{\{|  \.|\.\.|:\s*\n\n(?!-)|^-\s*$| ,", text, re.MULTILINE), text
    for heading, shown in (
        ("What is missing", one.outcome.that_make("not ready")),
        ("What to have ready", one.outcome.that_make("ready with caveats")),
        ("Suggestions", one.outcome.that_make("suggestion")),
    ):
        assert (f"## {heading}" in text) == bool(shown)
        part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
        assert len(LIST_ITEM.findall(part)) == len(shown)
    assert (" is not ready" in text) == (one.outcome.readiness.value == "not ready")


def test_the_letters_of_the_four_examples_the_bids_and_every_round_were_looked_at() -> None:
    assert len(REAL) == 6
    assert len(LEAST) == sum(len(load_round(name).offers) for name in known_rounds()) >= 9


def test_a_submission_that_was_withdrawn_is_told_no_outcome() -> None:
    text = words(ENDED["withdrawn"])
    assert "Your expression of interest is withdrawn, so it was not judged." in text
    assert "missing" not in text


def test_several_ccgs_are_named_and_asked_in_the_plural() -> None:
    text = skeleton(more="  - name: NHS Elsewhere CCG\n")
    assert "NHS Somewhere CCG and NHS Elsewhere CCG" in words(text)
    assert "five-year plans." in words(text)


def test_what_is_filled_in_by_hand_is_a_clear_blank() -> None:
    text = words(skeleton())
    for blank in ("name of the team", "date of the letter", "telephone and email of the team"):
        assert f"\\[{blank}\\]" in text


def test_a_letter_comes_in_every_format_with_its_title() -> None:
    made = letter(skeleton())
    assert made.properties.title == "Outcome of your expression of interest: NHS Somewhere CCG"
    assert {name for name in formats() if writer(name).write(made)} >= {"docx", "odt", "html", "md"}


def test_a_template_of_an_own_folder_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter/letter.html").write_text(
        '{% extends "shipped/letter.html" %}'
        "{% block closing %}<p>Write to the northern team.</p>{% endblock %}"
    )
    text = writer("md").write(letter(skeleton(), Templates(tmp_path))).decode()
    assert "Write to the northern team." in text
    assert "Yours faithfully" not in text
