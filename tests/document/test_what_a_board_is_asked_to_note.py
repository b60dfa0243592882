"""A board report asks to note only what stands in it, and what it says is missing is not there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.front_page import make_front_page
from tests.samples import examined, interest, paper, skeleton, words_of
from tests.thorough import examples

PHASE = "{name: Only, form: joint, start: April 2015, end: April 2015}"
HELD = {
    "options": "  options: [{form: joint, preferred: yes}]\n",
    "phases": f"  phases: [{PHASE}]\n",
    "risks": "risks: [Loss of trust]\n",
    "timescales": "timescales: [{milestone: Go live, date: 2015-04-01}]\n",
    "planned": "engagement: {members: {planned: We will meet all practices.}}\n",
}
ARRANGEMENT = ("options", "phases")
ABSENT = {
    "the options considered": "No other option is recorded",
    "the risks": "No risks are recorded",
    "the next steps": "No milestones and no phases are recorded",
}


def report(held: set[str], final: bool = False) -> str:
    inside = "".join(HELD[name] for name in ARRANGEMENT if name in held)
    beside = "".join(HELD[name] for name in sorted(held.difference(ARRANGEMENT)))
    more = (f"arrangement:\n{inside}" if inside else "") + beside
    return " ".join(words_of(paper("board-report", skeleton(more=more), final=final)).split())


def noted(words: str) -> str:
    """The sentence that asks to note parts of the report, or an empty text."""
    found = re.search(r"also asked to note [^.]+ in this report\.", words)
    return found[0] if found else ""


def test_nothing_is_to_note_where_the_file_has_neither_options_nor_risks_nor_dates() -> None:
    assert not noted(report(set()))


def test_what_is_there_is_listed() -> None:
    assert noted(report(set(HELD))) == (
        "also asked to note the options considered, the risks and the next steps in this report."
    )


@settings(max_examples=examples(60))
@given(st.sets(st.sampled_from(sorted(HELD))), st.booleans())
def test_a_part_is_to_note_exactly_where_the_report_does_not_say_it_is_absent(
    held: set[str], final: bool
) -> None:
    words = report(held, final)
    assert [part for part, absent in ABSENT.items() if (part in noted(words)) == (absent in words)] == []


@pytest.mark.parametrize("name", ["board-report", "expression-of-interest"])
def test_a_paper_that_asks_to_note_questions_lists_each_of_them(name: str) -> None:
    source = skeleton()
    questions = make_front_page(examined(source), False).questions
    words = words_of(paper(name, source))
    assert questions
    assert "that NHS England will ask about" in words
    assert not [one for one in questions if f"{one.question} {one.reason}" not in words]


def test_a_summary_lists_no_questions_and_asks_to_note_none() -> None:
    assert "NHS England will ask" not in words_of(paper("summary", skeleton()))


def test_phases_are_next_steps_with_their_dates() -> None:
    words = report({"phases"})
    assert "sets out the phase of the arrangement" in words
    assert "In April 2015" in words


def test_a_period_within_one_month_names_it_once() -> None:
    words = words_of(interest(skeleton(more=f"arrangement: {{phases: [{PHASE}]}}\n")))
    assert "In April 2015" in words
    assert "From April 2015 to April 2015" not in words
