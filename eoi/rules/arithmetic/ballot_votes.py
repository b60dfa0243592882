"""Votes of a ballot, compared with the number who voted and the number who could vote."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.figures.rounding import do_overlap, list_whole_numbers, list_whole_sums
from eoi.source.nodes import Path
from eoi.submission.engagement import Ballot
from eoi.submission.quantities import Count

SAME_UNIT = "Check the numbers, and that all of them count the same: practices, or GPs."


def check(case: Case) -> Iterator[Problem]:
    for path, ballot in list_ballots(case):
        yield from find_too_many(path, ballot)
        yield from find_uncounted_votes(path, ballot)


def find_too_many(path: Path, ballot: Ballot) -> Iterator[Problem]:
    """Find a ballot where more people voted than could, or that has more votes than people who voted."""
    votes = [count for count in (ballot.votes_for, ballot.votes_against) if count]
    if ballot.voted and ballot.electorate and are_more_than([ballot.voted], ballot.electorate):
        yield Problem(
            (*path, "voted"),
            f"{ballot.voted} voted, but only {ballot.electorate} could.",
            help=SAME_UNIT,
            other=((*path, "electorate"), "how many could vote"),
        )
    if ballot.voted and votes and are_more_than(votes, ballot.voted):
        yield report_disagreement(path, ballot, votes, ballot.voted, "voted")
    everyone = list_votes(ballot)
    if ballot.electorate and not ballot.voted and everyone and are_more_than(everyone, ballot.electorate):
        yield report_disagreement(path, ballot, everyone, ballot.electorate, "electorate")


def find_uncounted_votes(path: Path, ballot: Ballot) -> Iterator[Problem]:
    """Find a ballot with fewer votes than people who voted, if all kinds of votes are stated.

    Some CCGs count abstentions among those who voted and others do not, so either sum is accepted.
    """
    votes = list_votes(ballot)
    if ballot.voted is None or len(votes) < 3 or are_more_than(votes[:2], ballot.voted):
        return
    if not any(
        do_overlap(list_whole_sums(some), list_whole_numbers(ballot.voted)) for some in (votes[:2], votes)
    ):
        yield report_disagreement(path, ballot, votes, ballot.voted, "voted")


def list_votes(ballot: Ballot) -> list[Count]:
    """List the stated counts of votes for, against and abstained."""
    return [count for count in (ballot.votes_for, ballot.votes_against, ballot.abstained) if count]


def are_more_than(votes: list[Count], limit: Count) -> bool:
    """Tell whether votes are more than a limit, however each is rounded."""
    return list_whole_sums(votes)[0] > list_whole_numbers(limit)[-1]


def report_disagreement(path: Path, ballot: Ballot, votes: list[Count], limit: Count, name: str) -> Problem:
    """Report votes whose sum differs from the stated number."""
    labels = {"voted": "voted", "electorate": "could vote"}
    total = int(sum(vote.amount for vote in votes))
    return Problem(
        (*path, name),
        f"The votes add up to {total:,}, but {limit} {labels[name]}: {' + '.join(map(str, votes))}.",
        help=SAME_UNIT,
        other=((*path, "for" if ballot.votes_for else "against"), "the votes"),
    )


RULE = Rule(
    summary="The votes in a ballot of members add up",
    why="Members' support is what gives a proposal its standing. Votes that do not add up can be used "
    "to call the whole ballot into question.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself; practices' votes decided whether CCGs went ahead (S52)",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
engagement:
  members:
    ballot: {electorate: 27, voted: 25, for: 20, against: 6}
""",
    passes="""
engagement:
  members:
    ballot: {electorate: 27, voted: 25, for: 20, against: 4, abstained: 1}
""",
)
