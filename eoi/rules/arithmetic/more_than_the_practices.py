"""Numbers of practices that voted, were consulted or were grouped, if larger than the number there is."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import Indexed, choose_members, list_ballots, list_practices
from eoi.rules.shared.figures.rounding import list_whole_numbers, list_whole_sums
from eoi.source.nodes import Path
from eoi.submission.engagement import Ballot
from eoi.submission.quantities import Count

OF_A_VOTE = " If GPs were counted and not practices, say so in `voters`."
INSTEAD = {
    "electorate": OF_A_VOTE,
    "voted": OF_A_VOTE,
    "practices_consulted": " If GPs were counted and not practices, clear it and write them in `consulted`.",
}


def check(case: Case) -> Iterator[Problem]:
    everyone = list(enumerate(case.submission.applicants))
    for path, ballot in list_ballots(case):
        if "practice" in ballot.voters.casefold():
            yield from judge_ballot(path, ballot, choose_members(ballot, everyone))
    for path, consulted in case.list_values("engagement.members.practices_consulted"):
        yield from find_more(path, consulted, everyone, f"{consulted} practices were consulted")
    for index, applicant in everyone:
        count = applicant.clusters.count if applicant.clusters else None
        if applicant.clusters and count:
            said = f"There are {count} {applicant.clusters.name}"
            at: Path = ("applicants", index, "clusters", "count")
            yield from find_more(at, count, [(index, applicant)], said)


def judge_ballot(path: Path, ballot: Ballot, members: Indexed) -> Iterator[Problem]:
    """Compare the practices with the eligible voters, or with those who voted if only they are given."""
    if ballot.electorate:
        said = f"{ballot.electorate} practices could vote"
        yield from find_more((*path, "electorate"), ballot.electorate, members, said)
    elif ballot.voted:
        yield from find_more((*path, "voted"), ballot.voted, members, f"{ballot.voted} practices voted")


def find_more(path: Path, count: Count, members: Indexed, said: str) -> Iterator[Problem]:
    """Report a count that is larger than the number of practices."""
    practices = list_practices(members)
    if practices and list_whole_numbers(count)[0] > list_whole_sums(practices)[-1]:
        index, applicant = members[0]
        alone = len(members) == 1
        total = str(practices[0]) if alone else f"{sum(each.amount for each in practices):,.0f}"
        whose = applicant.known_as if alone else "the CCGs together"
        yield Problem(
            path,
            f"{said}, but {whose} {'has' if alone else 'have'} {total}.",
            help=f"Check both numbers.{INSTEAD.get(str(path[-1]), '')}",
            other=(("applicants", index, "practices"), "the practices"),
        )


RULE = Rule(
    summary="No more practices vote, are consulted or are grouped than there are",
    why="Whether all member practices are behind a proposal is the first thing that is asked of it. A number "
    "larger than that of the practices counts something else, or one of the two is wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself; practices' votes decided whether CCGs went ahead (S52)",
    needs=("applicants[].practices",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, practices: 34}
engagement:
  members:
    ballot: {electorate: 43, for: 30, against: 4}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, practices: 34}
engagement:
  members:
    practices_consulted: 34
    ballot: {voters: GPs, electorate: 143, for: 90, against: 4}
""",
)
