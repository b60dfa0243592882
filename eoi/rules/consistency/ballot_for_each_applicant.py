"""Votes of members that are stated twice for one CCG, or for some of the CCGs only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import is_of, list_ballots
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import is_named, list_name_words, name_words
from eoi.submission.engagement import Ballot

Vote = tuple[Path, Ballot]

ASKING = WordList(
    "vote|votes|voted|voting|ballot*|poll*|ask|asks|asked|asking|consult*|meeting|meetings|met|"
    "survey*|questionnaire|questionnaires|forum|forums|discuss*|show of hands|event|events|assembl*|"
    "invited|wrote|written|council of members|members' council|agree|agreed|agrees|support|supports|"
    "supported|supportive|in favour|approv*|resol*"
)
THE_OTHERS = Expression(
    r"\b(?:the (?:other|remaining)s?|neither|elsewhere|other ccgs?|(?:all|both|each|every)"
    r"(?: of)?(?: the| our)?(?: \w+)? (?:ccgs?|members|member practices|practices))\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    applicants, votes = case.submission.applicants, list(list_ballots(case))
    if any(ballot.ccg is None for _, ballot in votes):
        return
    own = [[vote for vote in votes if is_of(vote[1], applicant)] for applicant in applicants]
    without = [applicant for applicant, theirs in zip(applicants, own, strict=True) if not theirs]
    twice = [pair for theirs in own for pair in combinations(theirs, 2) if not are_different_votes(*pair)]
    for first, second in twice:
        yield report_vote_given_twice(first, second, without)
    unsaid = [] if twice or len(without) == len(applicants) else leave_out_those_asked(case, without)
    if unsaid:
        yield report_missing_vote(votes[0][0], unsaid, len(applicants) - len(without))


def leave_out_those_asked(case: Case, applicants: list[Applicant]) -> list[Applicant]:
    """Return the CCGs of which no answer about members says whether they voted, or how they were asked.

    Whoever writes of a CCG and of asking has answered, in whatever words: to read them closer would report
    answers that are there.
    """
    engagement = case.submission.engagement
    if engagement is None or engagement.members is None:
        return applicants
    members = engagement.members
    told = [text for text in (members.view, members.planned) if text and ASKING.is_in(text)]
    told += [*members.consulted, *(one.event for one in members.events if one.event)]
    if any(THE_OTHERS.search(text) for text in told):
        return []
    named = [name_words(text) for text in told]
    return [one for one in applicants if not any(is_named(list_name_words(one), words) for words in named)]


def are_different_votes(one: Vote, other: Vote) -> bool:
    """Tell whether two votes of one CCG can both be right, since their days or their voters differ."""
    first, second = one[1], other[1]
    days = [(first.opened, second.opened), (first.closed, second.closed)]
    days.append((first.result_date, second.result_date))
    return first.voters != second.voters or any(day and later and day != later for day, later in days)


def report_vote_given_twice(first: Vote, second: Vote, without: list[Applicant]) -> Problem:
    """Report two votes of the members of one CCG."""
    none = f", and {without[0].known_as} has none" if len(without) == 1 else ""
    return Problem(
        (*second[0], "ccg"),
        f"{second[1].ccg} has two votes of its members{none}.",
        "Check whose members voted. If the same members voted twice, give each vote its dates.",
        ((*first[0], "ccg"), "its other vote"),
    )


def report_missing_vote(path: Path, without: list[Applicant], others: int) -> Problem:
    """Report CCGs without a vote of their members, where other CCGs have one."""
    names = join_items(applicant.known_as for applicant in without)
    some = f"{others} of the CCGs {'have' if others > 1 else 'has'} one"
    return Problem(
        path[:-1] if isinstance(path[-1], int) else path,
        f"There is no vote of the members of {names}, while {some}.",
        "Add the vote, or say in `engagement.members.view` how these members were asked.",
        severity=Severity.ADVICE,
    )


RULE = Rule(
    summary="Where CCGs apply together, each has one vote of its members",
    why="Each CCG answers to its own members. Two votes under one name, and none under another, are most "
    "often a name that was not changed when a line was copied.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself; practices' votes decided whether CCGs went ahead (S52)",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
engagement:
  members:
    ballots:
      - {ccg: Somewhere CCG, for: 20, against: 4}
      - {ccg: Somewhere CCG, for: 31, against: 2}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
engagement:
  members:
    ballots:
      - {ccg: Somewhere CCG, for: 20, against: 4}
      - {ccg: Elsewhere CCG, for: 31, against: 2}
""",
)
