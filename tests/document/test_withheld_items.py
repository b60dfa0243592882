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


def public(paper: str, more: str, *paths: str) -> str:
    """Return the words of a paper for the public, which withholds the fields at these paths."""
    rows = "".join(f'  - {{path: "{path}", exemption: section 36, reason: Advice}}\n' for path in paths)
    return words_of(
        make_paper(paper, examined(skeleton(more=f"{more}redactions:\n{rows}")), False, public=True)
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
