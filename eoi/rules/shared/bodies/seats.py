"""Numbers of people in a group: 'Four elected GPs' on a line of members, `it has eight members` in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.bodies.groups_in_sentences import GroupMention
from eoi.rules.shared.bodies.roles import is_one_person
from eoi.rules.shared.prose.numbers_in_words import SMALL_NUMBERS
from eoi.submission.governance import Member

WORDS = {"one": 1, **SMALL_NUMBERS, "twenty": 20}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(WORDS)})"
FIRST = Expression(
    rf"(?:the |our )?(?:(?P<limit>up to|at most|no more than|a maximum of|maximum of)|"
    rf"(?P<least>at least|a minimum of|minimum of|no fewer than))?\s{{0,3}}(?P<number>{NUMBER})\b"
    r"(?!\s{0,3}(?:to|or|-|–)\s{0,3}\d)",
    re.IGNORECASE,
)
TIMES = Expression(
    rf"(?:\s?[x×]\s?|\(x?\s?|[:,]\s?)(?P<number>{NUMBER})\)?\s*$", re.IGNORECASE, words="(|,|:|x|×"
)
LETTERS = Expression(r"\b(?P<first>[A-Z])\s?(?:to|-|–)\s?(?P<last>[A-Z])\b", words="to|-|–")
FIGURES = Expression(r"\s(?P<first>1)\s?(?:to|-|–)\s?(?P<last>\d{1,2})\s*$", words="1")
LISTED = Expression(r"\b[A1](?:,\s?[A-Z2-9])*,?\s(?:and|&)\s[A-Z2-9]\b", words="and|&")
ONE_MORE = Expression(rf"\b(?:and|plus|&|\+)\s+(?:an?|the|{NUMBER})\b", re.IGNORECASE, words="and|plus|&|+")
FROM_EACH = Expression(
    r"\b(?:each|every|both|per)\b(?:\s+[\w'’]+){0,3}?\s+(?:CCGs?|applicants?)\b|\beach$",
    re.IGNORECASE,
    words="each|every|both|per",
)
OF_MANY = WordList("each|every|all|both|per")
OF_CCGS = Expression(r"\bCCGs\b|\bGroups\b", words="ccgs|groups")
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
OF_A_BALLOT = WordList("ballot|ballots|voted|practices|vote against|vote of|votes cast")
# `Five of its eight seats with a vote`
OF_ALL = Expression(
    rf"\b{NUMBER} of (?:the|its|our|their) (?P<members>{NUMBER}) "
    r"(?:(?P<voting>voting (?:members|seats)|votes|seats with (?:a )?votes?)|members|seats)"
    r"(?! (?:of|from|on|in|who|with)\b)\b",
    words="members|seats|votes",
)


class Seats(FrozenValue):
    """The number of people on a line of members: at least, and at most, or None if nobody can tell."""

    least: int
    most: int | None

    @property
    def is_exact(self) -> bool:
        return self.least == self.most

    def times(self, number: int) -> Seats:
        return Seats(self.least * number, None if self.most is None else self.most * number)


def count_seats(member: Member, ccgs: int) -> Seats:
    """Count the people on a line of members.

    'Chief officer' of 'each CCG' is one for each of the `ccgs` that apply.
    """
    role, where = member.role or "", f"{member.role or ''} {member.body or ''}"
    if not role:
        return Seats(1, None)
    stated = read_seats(FROM_EACH.sub("", role))
    if FROM_EACH.search(where):
        return stated.times(ccgs)
    return Seats(stated.least, None) if OF_MANY.is_in(where) or OF_CCGS.search(where) else stated


def read_seats(role: str) -> Seats:
    """Return how many people a role is for."""
    if several := LETTERS.search(role) or FIGURES.search(role):
        return make_exact(measure_span(several["first"], several["last"]))
    if listed := LISTED.search(role):
        return make_exact(len(re.findall(r"\b[A-Z1-9]\b", listed[0])))
    first = FIRST.match(role) if may_hold_number(role) else None
    if first and first["limit"]:
        return Seats(1, read_seat_number(first["number"]))
    found = first or TIMES.search(role)
    if ONE_MORE.search(role):
        return Seats(read_seat_number(found["number"]) + 1 if first and found else 2, None)
    if found:
        number = read_seat_number(found["number"])
        return Seats(number, None if first and first["least"] else number)
    return make_exact(1) if is_one_person(role) else Seats(2 if role.rstrip(" .").endswith("s") else 1, None)


def may_hold_number(role: str) -> bool:
    """Tell by a quick look whether a role can hold a number, which most roles do not."""
    lowered = role.casefold()
    return any(map(str.isdecimal, role)) or any(map(lowered.__contains__, WORDS))


def make_exact(number: int) -> Seats:
    """Return a number of seats that is certain."""
    return Seats(number, number)


def measure_span(first: str, last: str) -> int:
    """Count the steps from one letter or number to another, including both ends."""
    ends = [int(end) if end.isdigit() else ord(end.upper()) for end in (first, last)]
    return max(ends[1] - ends[0] + 1, 1)


def read_seat_number(text: str) -> int:
    """Return a number in figures or in words."""
    return int(text) if text.isdigit() else WORDS[text.lower()]


def count_all_seats(members: Iterable[Member], ccgs: int) -> Seats:
    """Count the people on several lines of members."""
    each = [count_seats(member, ccgs) for member in members]
    most = [one.most for one in each if one.most is not None]
    return Seats(sum(one.least for one in each), sum(most) if len(most) == len(each) else None)


class CountedMembers:
    """A number of members or of votes, where it stands in a sentence, and what it counts."""

    def __init__(self, said: re.Match[str], group: str, what: str) -> None:
        self.span, self.what = said.span(group), what
        self.number = read_seat_number(said[group])


def list_counted_members(flat: str, meant: GroupMention) -> Iterator[CountedMembers]:
    """Yield the numbers of members and of votes that a sentence gives the group that it names."""
    for total in () if OF_A_BALLOT.is_in(flat) else OF_ALL.finditer(flat):
        yield CountedMembers(total, "members", "voting members" if total["voting"] else "seats")
    members = MEMBERS.match(flat, meant.end)
    if members is None:
        return
    if members["voting"] != "non-voting ":
        yield CountedMembers(members, "members", "voting members" if members["voting"] else "members")
    of_whom = OF_WHOM.match(flat, members.end())
    if of_whom and not members["voting"]:
        yield CountedMembers(of_whom, "votes", "voting members")


def count_listed(case: Case, meant: GroupMention, what: str) -> Seats | None:
    """Return how many members, or voting members, a list has; None if it does not say who votes.

    Seats can be those of all or of the voting members, so none are counted if the two differ.
    """
    listed = meant.group.members
    if what == "seats" and any(one.votes is not True for one in listed):
        return None
    if what == "voting members":
        if any(one.votes is None for one in listed):
            return None
        listed = tuple(one for one in listed if one.votes)
    return count_all_seats(listed, len(case.submission.applicants))
