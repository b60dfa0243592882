"""An outcome in words that the votes do not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.problems import has_sentence_with

LOST = Expression(
    r"\b(?:against|rejected|lost|defeated|opposed|not (?:in favour|carried|approved|supported)|voted down)\b",
    re.IGNORECASE,
)
WON = WordList("in favour|supported|approved|carried|accepted|agreed|passed|won|for")
UNANIMOUS = WordList("unanimous|unanimously|no vote against|no votes against|nobody against|all in favour")


MORE_THAN_HALF = Expression(
    r"\b(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)|unanim\w+|"
    r"quorum|turnout|majority of|at least|more than half|weighted|by list size|"
    r"(?:all|most|each|every) (?:of )?(?:the )?(?:members?|practices?|eligible|those))"
)


def check(case: Case) -> Iterator[Problem]:
    for path, ballot in list_ballots(case):
        votes, against, outcome = ballot.votes_for, ballot.votes_against, ballot.outcome or ""
        if not against:
            continue
        if UNANIMOUS.is_in(outcome):
            wrong = find_least(against) > 0
        else:
            wrong = bool(votes and says_lost(outcome) and find_least(votes) > find_most(against))
            wrong = wrong and not has_sentence_with(ballot.rule, MORE_THAN_HALF)
        if wrong:
            voted = f"{votes} voted for and {against} against" if votes else f"{against} voted against"
            yield Problem(
                (*path, "outcome"),
                f"The outcome is '{outcome}', but {voted}.",
                help="Correct the outcome or the votes."
                if UNANIMOUS.is_in(outcome)
                else "Correct the outcome or the votes; if more than half was needed, say so in `rule`.",
                other=((*path, "against"), "the votes against"),
                severity=Severity.ADVICE if ballot.rule else None,
            )


def says_lost(outcome: str) -> bool:
    """Tell whether the words say that a vote was lost: '20 in favour, 4 against' does not."""
    return LOST.search(outcome) is not None and not WON.is_in(LOST.sub("", outcome))


RULE = Rule(
    summary="The outcome of a vote is what the votes say",
    why="A reader believes the outcome, and an assessor counts the votes.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
engagement:
  members:
    ballot: {for: 20, against: 4, outcome: unanimously in favour}
""",
    passes="""
engagement:
  members:
    ballot: {for: 20, against: 4, outcome: in favour}
""",
)
