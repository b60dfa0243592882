"""A board report tells every vote that the file has, and says "No views" only where it tells none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import paper, skeleton, words_of
from tests.thorough import examples

NONE = "No views are recorded."
NUMBER = st.integers(100, 999)
BALLOT = st.fixed_dictionaries(
    {"for": NUMBER, "against": NUMBER}, optional={"voted": NUMBER, "electorate": NUMBER}
)


def report(engagement: str) -> str:
    return words_of(paper("board-report", skeleton(more=f"engagement: {engagement}\n")))


def test_the_vote_of_members_is_told_with_its_result() -> None:
    words = report("{members: {ballot: {electorate: 27, voted: 20, for: 12, against: 8}}}")
    assert "Of 27 practices, 20 took part. The result was 12 for and 8 against." in words
    assert NONE not in words


@settings(max_examples=examples(25))
@given(st.lists(BALLOT, min_size=1, max_size=4))
def test_every_figure_of_every_vote_stands_in_the_report(ballots: list[dict[str, int]]) -> None:
    named = [{"ccg": f"CCG number {at}", **ballot} for at, ballot in enumerate(ballots)]
    words = report(f"{{members: {{ballots: {json.dumps(named)}}}}}")
    assert NONE not in words
    assert not [value for ballot in named for value in ballot.values() if str(value) not in words]


@pytest.mark.parametrize(
    "engagement",
    [
        "{members: {view: They are content}}",
        "{members: {ballot: {opened: 12 June 2014}}}",
        "{members: {concerns: [Capacity]}}",
        "{members: {issues: [Capacity]}}",
        "{stakeholders: [{name: LMC, view: content}]}",
        "{stakeholder_issues: [Capacity]}",
        "{public: {views: {for: 60%, against: 40%}}}",
        "{public: {positives: [Nearer care]}}",
    ],
)
def test_no_views_is_never_said_beside_a_view(engagement: str) -> None:
    assert NONE not in report(engagement)


def test_a_file_without_views_says_so() -> None:
    assert NONE in words_of(paper("board-report", skeleton(), final=True))


BODIES = """\
engagement: {stakeholders: [{name: Health and Wellbeing Board, date: 6 June 2014, view: Supports it}]}
support:
  - {body: Health and Wellbeing Board, date: 6 June 2014, view: Supports it.}
  - {body: Governing Body, date: 19 June 2014}
  - {body: Shropshire Council, date: 9 June 2014}
"""


def test_a_body_is_told_once_and_our_own_board_is_no_other_body() -> None:
    words = words_of(paper("board-report", skeleton(more=f"governing_body_name: Governing Body\n{BODIES}")))
    table = words.partition("What other bodies said")[2]
    assert table.count("Health and Wellbeing Board") == 1
    assert "Shropshire Council" in table
    assert "Governing Body" not in table


def test_concerns_of_one_group_are_told_as_its_own() -> None:
    words = report("{members: {concerns: [Loss of income, More meetings]}}")
    assert "Member practices raised two concerns too." in " ".join(words.split())
