"""Dates of votes: the days on which a vote opened and closed, and the day of its result."""

from __future__ import annotations

import re

from eoi.expressions import Expression, WordList
from eoi.rules.case import Case
from eoi.rules.shared.dates import DatedField, ProseDate, list_given_dates

VOTED = WordList("vot*|ballot|ballots")
RESULT = Expression(r"\bresults? (?:was|were) (?:declared|announced|published)\b", words="result")


def is_of_a_vote(said: ProseDate) -> bool:
    """Tell whether a sentence is about a vote, or about a result in a text on the members."""
    if VOTED.is_in(said.said.flat):
        return True
    return said.said.written.path[:2] == ("engagement", "members") and RESULT.is_in(said.said.flat)


def list_vote_dates(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the dates on which votes opened or closed or had their result, as the sentence says.

    In `open from 2 June to 12 June` the second date is the one on which the vote closed.
    """
    flat = said.said.flat
    fields = {
        "opened": r"\b(?:open|start|beg[iau]n)\w*",
        "closed": r"\b(?:clos|end|finish)\w*",
        "result_date": r"\b(?:result|declar|count)\w*",
    }
    if said.by in ("to", "until", "till") and re.search(fields["opened"], flat):
        fields = {"closed": fields["opened"]}
    for field, words in fields.items():
        if re.search(words, flat):
            return [
                one
                for pattern in (f"engagement.members.ballots[].{field}", f"engagement.members.ballot.{field}")
                for one in list_given_dates(case, pattern, "the vote")
            ]
    return []
