"""The votes of members in a file, which holds one ballot or one for each CCG."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.rules.case import Case, work_out_once
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import is_named, list_name_words, name_words
from eoi.submission.engagement import Ballot
from eoi.submission.quantities import Count

Indexed = Sequence[tuple[int, Applicant]]
"""Applicants with their places in the list."""

PATTERNS = ("engagement.members.ballot", "engagement.members.ballots[]")


@work_out_once
def list_ballots(case: Case) -> tuple[tuple[Path, Ballot], ...]:
    """Return every ballot with its path."""
    alone, several = map(case.list_values, PATTERNS)
    return alone + several


def choose_members(ballot: Ballot, everyone: Indexed) -> Indexed:
    """Return the CCG whose members voted, or all CCGs if the ballot names none.

    Return an empty list if the name is unclear.
    """
    own = [one for one in everyone if is_of(ballot, one[1])] if ballot.ccg else everyone
    return own if len(own) == 1 or not ballot.ccg else ()


def list_practices(members: Indexed) -> list[Count]:
    """Return the number of practices of each CCG, or an empty list if one does not state it."""
    stated = [applicant.practices for _, applicant in members if applicant.practices]
    return stated if len(stated) == len(members) else []


def name_ccg(ballot: Ballot) -> str:
    """Return the name of a ballot's CCG in brackets, or an empty text if it names none."""
    return f" ({ballot.ccg})" if ballot.ccg else ""


def is_of(ballot: Ballot, applicant: Applicant) -> bool:
    """Tell whether a ballot is of an applicant, by its name, short name or code."""
    named = (ballot.ccg or "").casefold()
    exact = (applicant.name, applicant.short_name, applicant.code)
    if any(name and name.casefold() == named for name in exact):
        return True
    words = name_words(named)
    return bool(words) and is_named(list_name_words(applicant), words)
