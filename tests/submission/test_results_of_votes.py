"""One result of a vote, by its numbers or else by its outcome in words, wherever a vote is spoken of."""

import pytest

from eoi.document.render import make_paper
from eoi.review.submission_facts import list_ballots_of_members, say_vote_outcome
from eoi.submission.engagement import read_vote_result
from tests.samples import examined, skeleton, words_of


def vote(*ballots: str) -> str:
    """Return a submission with these votes, each written as in YAML."""
    rows = "".join(f"      - {{{ballot}}}\n" for ballot in ballots)
    return skeleton(more=f"engagement:\n  members:\n    ballots:\n{rows}")


@pytest.mark.parametrize(
    ("ballot", "result"),
    [
        ("for: 13, against: 12", "won"),
        ("for: 12, against: 13", "lost"),
        ("for: 12, against: 12", "tied"),
        ("for: 12, against: 12, outcome: carried by the chair", "tied"),
        ("for: 0, against: 0", "tied"),
        ("for: 12", None),
        ("closed: 1 June 2014", None),
        ("outcome: in favour", "won"),
    ],
)
def test_a_vote_has_one_result(ballot: str, result: str | None) -> None:
    (one,) = list_ballots_of_members(examined(vote(ballot)).submission)
    assert one.result == result


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("in favour", "won"),
        ("20 in favour, 4 against", "won"),
        ("Unanimous", "won"),
        ("approved", "won"),
        ("The vote was lost", "lost"),
        ("Not in favour", "lost"),
        ("Members voted against", "lost"),
        ("a tie", "tied"),
        ("The vote was tied", "tied"),
        ("Evenly split", "tied"),
        ("to be agreed", None),
        ("not yet approved", None),
        ("No quorum", None),
        ("", None),
    ],
)
def test_words_tell_the_result_where_votes_do_not(words: str, result: str | None) -> None:
    assert read_vote_result(words) == result


def test_an_assessor_reads_that_a_vote_was_tied() -> None:
    votes = vote("for: 12, against: 12", "for: 3, against: 1", "closed: 2014")
    words = [say_vote_outcome(one) for one in list_ballots_of_members(examined(votes).submission)]
    assert words == ["tied", "in favour", "no result yet"]


@pytest.mark.parametrize(
    ("ballots", "sentence"),
    [
        (["for: 12, against: 12"], "The result was a tie, with 12 for and 12 against."),
        (["for: 12, against: 12", "for: 3, against: 3"], "Each of them was a tie."),
        (["for: 12, against: 12", "for: 3, against: 2", "for: 4, against: 1"], "One of them was a tie."),
    ],
)
def test_the_document_calls_a_tie_a_tie(ballots: list[str], sentence: str) -> None:
    words = words_of(make_paper("expression-of-interest", examined(vote(*ballots)), False))
    assert sentence in words
    assert "more voted for than against" not in words
