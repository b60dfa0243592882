"""Numbers of members and of votes of a group in a text: `it has eight members, of whom five vote`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.bodies.groups_in_sentences import GroupMention
from eoi.rules.shared.bodies.seats import NUMBER, Seats, count_all_seats, read_seat_number

# `Eight members from practices` and `at least eight members` count others, or leave the number open.
ENDS = r"(?=\s*(?:[.,;:)]|and\b|but\b|$))"
MEMBERS = Expression(
    r",? (?:(?:will|would|also|itself|then) ){0,2}"
    r"(?:has|have|of|with|comprises|consists? of|(?:is|be) made up of) (?:a total of |altogether )?"
    rf"(?P<members>{NUMBER}) (?P<voting>voting |non-voting )?(?:members|seats){ENDS}",
    words="members|seats",
)
OF_WHOM = Expression(
    rf",? (?:and )?of (?:whom|which|these|them),? (?P<votes>{NUMBER}) (?:of them )?"
    rf"(?:will |would |can |may |have (?:a |the )?)?(?:vote|votes|voting){ENDS}",
    words="of ",
)


class CountedMembers:
    """A number of members or of votes, where it stands in a sentence, and what it counts."""

    def __init__(self, said: re.Match[str], group: str, what: str) -> None:
        self.span, self.what = said.span(group), what
        self.number = read_seat_number(said[group])


def list_counted_members(flat: str, meant: GroupMention) -> Iterator[CountedMembers]:
    """Yield the numbers of members and of votes that a sentence gives the group that it names."""
    members = MEMBERS.match(flat, meant.end)
    if members is None:
        return
    if members["voting"] != "non-voting ":
        yield CountedMembers(members, "members", "voting members" if members["voting"] else "members")
    of_whom = OF_WHOM.match(flat, members.end())
    if of_whom and not members["voting"]:
        yield CountedMembers(of_whom, "votes", "voting members")


def count_listed(case: Case, meant: GroupMention, what: str) -> Seats | None:
    """Return how many members, or voting members, a list has; None if it does not say who votes."""
    listed = meant.group.members
    if what == "voting members":
        if any(one.votes is None for one in listed):
            return None
        listed = tuple(one for one in listed if one.votes)
    return count_all_seats(listed, len(case.submission.applicants))
