"""Words of the papers that a board reads as its own: no answer that nobody gave, and no name twice."""

from __future__ import annotations

import pytest

from eoi.writers import find_writer
from tests.samples import interest, paper, skeleton, words_of

OPTIONS = "arrangement: {options: [{form: joint, preferred: yes}, {form: influence}]}\n"
SEVERAL = """\
round: 2014
form: joint
applicants: [{name: NHS Somewhere CCG}, {name: NHS Elsewhere CCG}]
partnership: {name: Two CCGs Together}
scope: {functions: [{function: Estates, in_scope: yes, lead: joint}]}
"""


@pytest.mark.parametrize("name", ["expression-of-interest", "board-report"])
@pytest.mark.parametrize("final", [False, True])
def test_an_option_is_not_preferred_where_another_one_is(name: str, final: bool) -> None:
    lines = words_of(paper(name, skeleton(more=OPTIONS), final=final)).splitlines()
    assert "No" in lines
    assert "Not decided" not in lines


def test_without_a_preferred_option_no_option_is_said_not_to_be() -> None:
    text = skeleton(more=OPTIONS.replace("preferred: yes", "reason: Ours"))
    assert "No" not in words_of(interest(text)).splitlines()


def test_several_ccgs_and_nhs_england_are_not_both() -> None:
    words = words_of(interest(SEVERAL))
    assert "CCGs and NHS England" in words
    assert "Both together" not in words


def test_a_heading_without_words_is_no_paragraph() -> None:
    more = "ccgs_involved:\n  neighbours: |\n    ## \n\n    Our neighbours bid alone.\n"
    text = find_writer("md").write(interest(skeleton(more=more))).decode()
    assert "<strong></strong>" not in text
    assert "Our neighbours bid alone." in text


def test_a_running_head_names_the_applicants_once() -> None:
    title = paper("board-report", SEVERAL).properties.title
    assert title.count("Two CCGs Together") == 1


def test_no_decision_is_asked_for_below_one_that_was_taken() -> None:
    taken = words_of(paper("board-report", skeleton(more="decision: {outcome: approved}\n"))).splitlines()
    assert "Decision" in taken
    assert "Decision asked for" not in taken
    assert "Decision asked for" in words_of(paper("board-report", skeleton())).splitlines()


def test_a_summary_of_many_dates_keeps_the_last_one() -> None:
    rows = [f"{{milestone: Step {at}, date: {at} June 2014}}" for at in range(1, 8)]
    few, many = (
        words_of(paper("summary", skeleton(more=f"timescales: [{', '.join(rows[:most])}]\n")))
        for most in (5, 7)
    )
    assert all(f"Step {at}" in few for at in range(1, 6))
    assert "First dates, and the last" not in few
    assert "First dates, and the last" in many
    assert "Step 7" in many
    assert "Step 5" not in many


def test_the_contracts_of_several_ccgs_stand_in_a_table() -> None:
    ccgs = "{name: NHS A CCG, contracts: {gms: 10, pms: 3}}, {name: NHS B CCG, contracts: {gms: 2}}"
    text = f"round: 2014\nform: joint\napplicants: [{ccgs}, {{name: NHS C CCG}}]\n"
    words = words_of(interest(text))
    assert "(GMS) and Personal Medical Services (PMS) contracts, as far as stated." in words
    assert words.count("(GMS)") == 1
    assert "Practices by type of contract" not in words_of(
        interest(text.replace(", contracts: {gms: 2}", ""))
    )
