"""What the edition for the public withholds is called withheld, counts as before, and is in no sum."""

from __future__ import annotations

import re

import pytest

from eoi.document.render import make_paper
from eoi.submission.redacting import BLACK
from tests.samples import examined, skeleton, words_of

OPTIONS = """\
arrangement:
  options:
    - {form: joint, preferred: yes, reason: Ours, scores: [{criterion: Benefit, score: 4, out_of: 5}]}
    - {form: delegated, reason: Too early, scores: [{criterion: Benefit, score: 2, out_of: 5}]}
"""
RISKS = """\
risks: [{risk: Conflicts of interest, likelihood: 3, impact: 4}, {risk: Costs rise, likelihood: 2, impact: 2}]
scope: {functions: [{function: Estates, in_scope: yes, risk: Conflicts of interest}]}
"""
POSTS = "resources: {posts: [{role: Clerk, cost: £20k}, {role: Manager, cost: £40k}], total: £60k}\n"
BUDGET = (
    "arrangement: {budget: {envelope: £10m, lines: [{line: GMS, plan: £4m}, {line: PMS, plan: £6.1m}]}}\n"
)


def public(paper: str, more: str, *paths: str, of: str = "applicants: [{name: NHS Aton CCG}]\n") -> str:
    """Return the words of a paper for the public, which withholds the fields at these paths."""
    rows = "".join(f'  - {{path: "{path}", exemption: section 36, reason: Advice}}\n' for path in paths)
    return words_of(
        make_paper(
            paper, examined(f"round: 2014\nform: joint\n{of}{more}redactions:\n{rows}"), False, public=True
        )
    )


def test_a_withheld_option_is_called_withheld() -> None:
    words = public("options-appraisal", OPTIONS, "arrangement.options[1]")
    assert "An option whose form is withheld" in words
    assert "Nothing is recorded of it" not in words
    assert "An unnamed option" not in words
    assert f"{BLACK} (withheld 1)" in public("board-report", OPTIONS, "arrangement.options[1].form")


@pytest.mark.parametrize("path", ["risks[0]", "risks[0].risk", "scope.functions[0].risk", "risks"])
def test_both_editions_count_the_same_risks(path: str) -> None:
    counts = [
        re.findall(r"(\w+) risks", words_of(paper) if not isinstance(paper, str) else paper)
        for paper in (
            make_paper("risk-register", examined(skeleton(more=RISKS)), False),
            public("risk-register", RISKS, path),
        )
    ]
    assert counts[0][0] == counts[1][0] == "two"


def test_a_withheld_rating_withholds_the_score() -> None:
    words = public("risk-register", RISKS, "risks[0].likelihood").splitlines()
    assert words.count(f"{BLACK} (withheld 1)") == 2


@pytest.mark.parametrize("path", ["resources.total", "resources.posts[0].cost"])
def test_no_sum_is_computed_of_withheld_costs(path: str) -> None:
    words = public("public", POSTS, path)
    assert f"{BLACK} (withheld 1)" in words
    assert ("£60k" in words) == (path != "resources.total")
    assert "£60" not in public("public", POSTS.replace(", total: £60k", ""), "resources.posts[0].cost")


@pytest.mark.parametrize("path", ["arrangement.budget.envelope", "arrangement.budget.lines[0].plan"])
def test_no_sum_is_computed_of_withheld_lines(path: str) -> None:
    words = public("public", BUDGET, path)
    assert "£10.1m" not in words
    assert f"{BLACK} (withheld 1)" in words


APPLICANTS = "applicants: [{name: NHS Aton CCG}, {name: NHS Beton CCG, board_approved: 3 June 2014}]\n"


@pytest.mark.parametrize("paper", ["public", "board-report", "summary"])
def test_a_board_whose_approval_is_withheld_is_not_asked_again(paper: str) -> None:
    alone = public(
        paper, "", "applicants[0].board_approved", of=APPLICANTS.replace("{name: NHS Aton CCG}, ", "")
    )
    assert "Whether the CCG Board approved this expression of interest is withheld." in alone
    assert "asked to" not in alone
    assert "3 June" not in alone


def test_only_boards_without_an_approval_are_asked_beside_one_that_is_withheld() -> None:
    words = public("summary", "", "applicants[1].board_approved", of=APPLICANTS)
    assert "The Board of NHS Aton CCG is asked to approve" in words
    assert "Whether the Board of NHS Beton CCG approved it is withheld." in words
    approved = APPLICANTS.replace("Aton CCG", "Aton CCG, board_approved: 2 June 2014")
    words = public("summary", "", "applicants[1].board_approved", of=approved)
    assert "The Board of NHS Aton CCG approved this" in words
    assert "Whether the Board of NHS Beton CCG approved it is withheld." in words


TWO_SCORES = "scores: [{criterion: Benefit, score: 4, out_of: 5}, {criterion: Cost, score: 3, out_of: 5}]"
SCORED = f"arrangement: {{options: [{{form: joint, preferred: yes, reason: It is ours, {TWO_SCORES}}}]}}\n"


def test_the_scores_of_an_option_are_added_up_unless_one_is_withheld() -> None:
    words = words_of(make_paper("options-appraisal", examined(skeleton(more=SCORED)), False))
    assert "Total\n7 of 10" in words
    assert "Why joint commissioning? It is ours." in words
    assert "Total" not in public("options-appraisal", SCORED, "arrangement.options[0].scores[1].score")


@pytest.mark.parametrize("other", ["out_of: 10", "", "score: about 3, out_of: 5"])
def test_scores_of_several_scales_are_not_added_up(other: str) -> None:
    row = f"{{criterion: Cost, {other}}}" if "score" in other else f"{{criterion: Cost, score: 3, {other}}}"
    odd = SCORED.replace("{criterion: Cost, score: 3, out_of: 5}", row.replace(", }", "}"))
    assert "Total" not in words_of(make_paper("options-appraisal", examined(skeleton(more=odd)), False))


def test_a_total_that_the_file_states_is_not_printed_twice() -> None:
    stated = SCORED.replace("score: 3, out_of: 5}]", "score: 3, out_of: 5}, {criterion: Total, score: 7}]")
    words = words_of(make_paper("options-appraisal", examined(skeleton(more=stated)), False))
    assert words.count("Total") == 1


def test_a_summary_names_the_applicants_once_beside_the_name_of_their_partnership() -> None:
    several = (
        "applicants: [{name: NHS Aton CCG}, {name: NHS Beton CCG}]\npartnership: {name: Aton Together}\n"
    )
    words = words_of(make_paper("summary", examined(f"round: 2014\nform: joint\n{several}"), False))
    assert "Aton Together: NHS Aton CCG and NHS Beton CCG" in words
    assert words.count("NHS Beton CCG") == 1


@pytest.mark.parametrize("typed", ["– register of interests", "— register of interests"])
def test_a_long_dash_at_the_beginning_of_an_item_is_no_word_of_it(typed: str) -> None:
    more = f"governance: {{conflicts_of_interest: {{registers: ['{typed}']}}}}\n"
    words = words_of(make_paper("board-report", examined(skeleton(more=more)), False))
    assert "keeps this register: register of interests." in words
