"""A Board that approved a submission is not asked to approve it, and every paper says so alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import paper, words_of
from tests.thorough import examples

PAPERS = ("expression-of-interest", "board-report", "summary")
NAMES = ("Croydon CCG", "Kingston CCG", "Merton CCG", "Richmond CCG", "Sutton CCG", "Wandsworth CCG")
WORDS = {"2014": "expression of interest", "2015": "proposal", "2016": "application"}
DATES = st.sampled_from(["", "2014-06-12", "2014-06-13", "June 2014"])


def bid(dates: list[str], round_: str = "2015", form: str = "joint") -> str:
    """A bid of several CCGs with the dates of their approvals, each of which may be empty."""
    rows = [
        f"  - {{name: {name}{f', board_approved: {date}' if date else ''}}}\n"
        for name, date in zip(NAMES, dates, strict=False)
    ]
    return f"round: {round_}\nform: {form}\napplicants:\n{''.join(rows)}"


def told(name: str, text: str) -> str:
    return " ".join(words_of(paper(name, text)).split())


def request(words: str) -> str:
    """The sentence that asks Boards to approve, or an empty text."""
    found = re.search(r"(?:The|Our) [^.]{3,200} asked to approve [^.]+\.", words)
    return found[0] if found else ""


@pytest.mark.parametrize("name", PAPERS)
def test_boards_that_approved_are_named_apart_from_those_that_are_asked(name: str) -> None:
    words = told(name, bid(["12 January 2015", "13 January 2015", "", "", "", ""]))
    assert (
        "The Boards of Croydon CCG (12 January 2015) and Kingston CCG (13 January 2015) have approved this "
        "proposal. The Boards of the other four CCGs are asked to approve it for submission"
    ) in words


@pytest.mark.parametrize("name", PAPERS)
def test_those_still_asked_are_named_where_they_are_few(name: str) -> None:
    words = told(name, bid(["12 January 2015"] * 5 + [""]))
    assert "The Boards of five of the six CCGs have approved this proposal." in words
    assert "The Board of Wandsworth CCG is asked to approve it" in words


@pytest.mark.parametrize("name", PAPERS)
def test_one_board_of_several_is_told_of_in_a_sentence(name: str) -> None:
    sentence = "The Board of Croydon CCG approved this proposal on 12 January 2015."
    assert sentence in told(name, bid(["12 January 2015", "", ""]))


def test_the_section_says_how_many_of_the_boards_approved() -> None:
    words = told("expression-of-interest", bid(["12 January 2015", "13 January 2015", "", ""]))
    assert (
        "The Boards of two of the four CCGs approved this proposal: "
        "Croydon CCG on 12 January 2015 and Kingston CCG on 13 January 2015."
    ) in words


@pytest.mark.parametrize("name", PAPERS)
@settings(max_examples=examples(40))
@given(st.lists(DATES, min_size=1, max_size=6), st.sampled_from(sorted(WORDS)))
def test_no_board_both_approved_and_is_asked(name: str, dates: list[str], round_: str) -> None:
    words = told(name, bid(dates, round_, "delegated"))
    asked, approved = request(words), [board for board, date in zip(NAMES, dates, strict=False) if date]
    assert bool(asked) == (len(approved) < len(dates)), words
    assert not [board for board in approved if board in asked]
    assert approved or "approved this" not in words
    assert not re.search(rf"approved? this (?!{WORDS[round_]})", words)


SUPPORT = """support:
  - {body: Croydon CCG Board, date: 2014-06-12, resolution: That the bid be approved}
  - {body: Croydon Health and Wellbeing Board, date: 2014-06-13, resolution: That the bid be supported}
"""


def test_the_summary_of_a_submitted_bid_says_that_all_boards_approved_and_names_none_alone() -> None:
    """The minutes of one Board among the views would read as if only that Board had approved."""
    sent = "status: submitted\nsubmitted: 2014-06-19\n"
    words = told("expression-of-interest", bid(["2014-06-12", "2014-06-17"], "2014") + sent + SUPPORT)
    assert (
        "Both Boards approved it. The Croydon Health and Wellbeing Board (13 June 2014) supported it."
        in words
    )
    words = told("expression-of-interest", bid(["2014-06-12", "2014-06-12"], "2014") + sent)
    assert "Both Boards approved it on 12 June 2014." in words


@pytest.mark.parametrize("dates", [["2014-06-12", ""], ["2014-06-12", "2014-06-30"]])
def test_the_summary_does_not_say_that_all_approved_where_one_has_not(dates: list[str]) -> None:
    words = told("expression-of-interest", bid(dates, "2014") + "status: submitted\nsubmitted: 2014-06-19\n")
    assert "Boards approved it" not in words


AT = "paper: {{meeting: CCG Board, date: {}}}\n"


@pytest.mark.parametrize("meeting", ["2015-01-06", "2015-01-05"])
@pytest.mark.parametrize("more", ["", "status: submitted\nsubmitted: 2015-01-09\n"])
def test_the_paper_for_the_deciding_meeting_asks_for_the_decision(meeting: str, more: str) -> None:
    """What became of the proposal lies after that meeting."""
    words = told("board-report", bid(["2015-01-06"]) + AT.format(meeting) + more)
    assert "The CCG Board is asked to approve this proposal for submission to NHS England" in words
    assert "has approved" not in words
    assert "We submitted" not in words


def test_a_paper_for_a_later_meeting_says_what_was_decided() -> None:
    sent = "status: submitted\nsubmitted: 2015-01-09\n"
    words = told("board-report", bid(["2015-01-06"]) + AT.format("2015-01-27") + sent)
    assert "The CCG submitted this proposal to NHS England on 9 January 2015." in words
    assert "The CCG Board has approved" in told("board-report", bid(["2015-01-06"]) + AT.format("2015-01-27"))


def test_of_several_boards_those_that_approved_before_the_meeting_are_not_asked() -> None:
    words = told("board-report", bid(["2015-01-20", "2015-01-28"]) + AT.format("2015-01-27"))
    assert "The Board of Croydon CCG approved this proposal on 20 January 2015." in words
    assert "The Board of Kingston CCG is asked to approve it" in words


@pytest.mark.parametrize("name", [*PAPERS, "public"])
def test_a_draft_for_the_meeting_that_is_to_approve_it_does_not_say_that_it_did(name: str) -> None:
    text = (
        "round: 2014\nform: joint\nstatus: draft\nsubmitted: 20 June 2014\npaper: {date: 19 June 2014}\n"
        "applicants:\n  - {name: NHS Croydon CCG, board_approved: 19 June 2014}\n"
    )
    words = told(name, text)
    assert "The CCG Board is asked to approve this expression of interest" in words
    assert "approved this" not in words
    assert "Approved by" not in words
    if name == "expression-of-interest":
        assert "Approval by the CCG Board is due on 19 June 2014." in words
        assert "approved this expression of interest on 19 June 2014" in told(
            name, text.replace("status: draft", "status: submitted")
        )


MET = """round: 2014
form: delegated
paper: {meeting: Governing Body, date: 19 June 2014}
applicants: [{name: NHS Croydon CCG, board_approved: 19 June 2014}]
support:
  - {body: Governing Body, date: 19 June 2014, view: Approved}
  - {body: Croydon Health and Wellbeing Board, date: 17 June 2014}
"""


@pytest.mark.parametrize("name", [*PAPERS, "public"])
@pytest.mark.parametrize("dated", [", date: 19 June 2014", ""])
def test_a_decision_in_words_is_told_alike_on_every_page(name: str, dated: str) -> None:
    words = told(name, MET.replace("Body, date: 19 June 2014, view", f"Body{dated}, view"))
    assert "The Governing Body has approved this expression of interest" in words
    assert not re.search(
        r"asked to approve|is due on|To be approved by|Governing Body[^.]* considered", words
    )


def test_a_board_that_is_to_decide_at_the_meeting_has_considered_nothing_yet() -> None:
    words = told("expression-of-interest", MET.replace(", view: Approved", ""))
    assert "The Governing Body is asked to approve" in words
    assert "19 June 2014 (to come)" in words
    assert "17 June 2014 (to come)" not in words


KEPT = "governance: {{reserved_decisions: [{{decision: Mergers, body: {}}}]}}\n"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (KEPT.format("the Governing Body"), "Governing Body"),
        ("support: [{body: Croydon CCG Governing Body, date: 12 June 2014}]\n", "Governing Body"),
        ("paper: {meeting: Governing Body in public}\n", "Governing Body"),
        (KEPT.format("CCG Board") + "paper: {meeting: Governing Body}\n", "CCG Board"),
        (KEPT.format("Health and Wellbeing Board") + "paper: {meeting: Governing Body}\n", "Governing Body"),
        (KEPT.format("Governing Body") + "governing_body_name: Council of Members\n", "Council of Members"),
        (KEPT.format("Kent Governing Body"), "CCG Board"),
    ],
)
def test_a_board_is_called_what_every_field_of_the_file_calls_it(more: str, name: str) -> None:
    text = f"round: 2014\nform: joint\napplicants: [{{name: NHS Croydon CCG}}]\n{more}"
    assert f"The {name} is asked to approve" in told("expression-of-interest", text)
