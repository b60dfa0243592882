"""The results of the members' votes in a sentence or two."""

from __future__ import annotations

from eoi.document.content.engagement_groups import list_votes_of_members
from eoi.document.words.noun_phrases import fits_a_sentence
from eoi.document.words.wording import in_words, plural
from eoi.plain_words import join_items
from eoi.submission.engagement import Ballot
from eoi.submission.model import Submission

MOST_NAMED = 4  # if there are more, only their number is given


def describe_votes(submission: Submission) -> str:
    """Write the result of the members' vote, or of the votes of several CCGs.

    Of several CCGs, those whose members voted must have names.
    """
    votes = [vote for _, vote in list_votes_of_members(submission)]
    if len(votes) == 1:
        return describe_vote(votes[0], len(submission.applicants))
    names = [vote.ccg for vote in votes]
    if not all(map(fits_a_sentence, names)) or len(set(names)) < len(names):
        return ""
    won = [vote.ccg or "" for vote in votes if vote.result == "won"]
    lost = [f"{vote.ccg}{count_votes_of(vote)}" for vote in votes if vote.result == "lost"]
    return join_sentences(
        f"The members of {name_ccgs(won, len(submission.applicants))} voted for it." if won else "",
        f"The members of {join_items(lost)} voted against it." if lost else "",
    )


def name_ccgs(names: list[str], applicants: int) -> str:
    """Name some of several CCGs, by their number if they are many; `each CCG` fits a file that says "we"."""
    if len(names) == applicants > 1:
        return "each CCG"
    return join_items(names) if len(names) <= MOST_NAMED else in_words(len(names), "CCG")


def count_votes_of(vote: Ballot) -> str:
    """Write in brackets how many voted for and against, or nothing if the file does not say."""
    stated = vote.votes_for and vote.votes_against
    return f" ({vote.votes_for} for it, {vote.votes_against} against)" if stated else ""


def describe_vote(vote: Ballot, applicants: int) -> str:
    """Write the result of a single vote; return an empty text without one."""
    of_one = f" of {vote.ccg}" if vote.ccg and fits_a_sentence(vote.ccg) else ""
    if applicants > 1 and not of_one:
        return ""
    if not (vote.votes_for and vote.votes_against):
        return f"The members{of_one} voted against it." if vote.result == "lost" else ""
    shown = [f"{vote.votes_for} for it", f"{vote.votes_against} against"]
    if vote.abstained:
        shown.append(f"{vote.abstained} {plural(vote.abstained, 'abstention', 'abstentions')}")
    return f"The members{of_one} voted: {join_items(shown)}."


def join_sentences(*sentences: str) -> str:
    """Join the sentences that are not empty."""
    return " ".join(filter(None, sentences))
