"""The seats and votes of a group, in long texts and in its list of members."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies import find_bodies, locate_bodies
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.groups_in_sentences import (
    GroupMention,
    ListedGroup,
    find_group_meant,
    list_groups_to_name,
)
from eoi.rules.shared.bodies.kinds_of_members import judge_kinds
from eoi.rules.shared.bodies.seats import count_listed, list_counted_members
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain
from eoi.source.nodes import Path

# `It has eight members` can speak of a group, too.
GROUPS = ("group", "committee", "forum", "panel", "vote", "voting", "has", "have")
ROOTS = (
    " seat",
    " sit",
    "member",
    "represent",
    "place on",
    "place for",
    "left out",
    " out of the",
    "without the",
    "do without",
    " vote",
    "voting",
    "observer",
    "attendance",
    "kept off",
    "keep off",
    "off the",
    "exclud",
    "invited",
    "part in the",
    "join",
    "majority",
)
SEATED = WordList(
    "seat|seats|sit|sits|sitting|member|memberhip|members|membership|represent*|place|places|join|"
    "joins|joined|invited|take part|takes part|belong|belongs|out|off|do without|exclud*"
)
NOT_SEATED = Expression(
    r"\b(?:no (?:seats?|places?|representatives?|representation|members? from|room|"
    r"(?:lay|gp|clinical|nurse) (?:members?|representatives?))|not (?:be |a |have a |"
    r"have any )?(?:represented|member\w*|sit|seat|invited|"
    r"included|part|join|place|on)|neither|nor|left [\w -]{1,50} out|leave [\w -]{1,50} out|"
    r"do(?:es)? without|kept off|off|exclud\w+|nobody from|without a seat|"
    r"no longer)\b"
)
VOTES = WordList("vote|votes|voting")
SEATS_AND_VOTES = Expression(r"\bseats?\b[^.;:]{0,20}\bvotes?\b", words="seat")
NO_VOTE = Expression(
    r"\b(?:no vote|non-?voting|not (?:have a |be able to |be entitled to |be allowed to )?(?:vote|voting)|"
    r"without (?:a )?vot(?:e|es|ing)|cannot vote|observers?|"
    r"in attendance|may not vote|no voting)\b"
    # `No GP has a vote`, and `neither GPs nor Healthwatch would vote`.
    r"|\b(?:no|neither|none of)(?! (?:doubt|less|more|fewer|longer)\b)"
    r"(?: (?!(?:but|except|other|majority|quorum|conflicts?|interests?)\b)[\w-]{1,30}){1,7}? "
    r"vot(?:e|es|ing)\b"
)
HAVE_NO_VOTE = Expression(
    r"^\W*(?:the|our) (?!co-?opted|deput|other|additional|new)[\w -]{1,40} "
    r"(?:has|have|(?:would|will) have) no votes?(?=\s*(?:[.,;:)]|and\b|$))",
    words="no vote",
)
OF_OTHERS = WordList(
    "board|boards|governing body|council|councils|group|committee|committees|practice|ballot|ccg|ccgs"
)
LIMITED = Expression(
    r"\b(?:where|when|whenever|in which|conflicted|(?:an|any|their|own) interests?|during|"
    r"for (?:items|matters|that)|"
    r"on (?:matters?|items?|decisions?|issues?|questions?|business|contracts?|any|"
    r"these|those|such|that|some))\b"
)
BALLOT = WordList("ballot|ballots|voted|practices|majority|quorum|vote against|vote of")
SEATS = frozenset(
    [
        "nhs_england",
        "wellbeing",
        "lmc",
        "healthwatch",
        "council",
        "lay",
        "gp",
        "nurse",
        "consultant",
        "finance",
        "officer",
        "patients",
        "public_health",
        "voluntary",
        "acute",
        "community",
        "mental",
    ]
)


class Seat(FrozenValue):
    """A line in a list of members: the bodies that it names, and whether they vote."""

    path: Path
    bodies: frozenset[str]
    votes: bool | None


def check(case: Case) -> Iterator[Problem]:
    listed = list_groups_to_name(case)
    if not any(one.group.members for one in listed):
        return
    for sentence in case.prose.find_sentences(*ROOTS, also=GROUPS):
        if is_certain(sentence) and (meant := find_group(sentence, listed)) and meant.group.members:
            yield from judge(sentence, meant)
            yield from judge_numbers(case, sentence, meant)
            yield from judge_kinds(case, sentence, meant)


def judge_numbers(case: Case, sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    """Report a number of members or of votes that is not that of the list."""
    for said in list_counted_members(sentence.flat, meant):
        listed = count_listed(case, meant, said.what)
        if listed and listed.is_exact and listed.least != said.number:
            number = sentence.text[slice(*said.span)]
            yield report_contradiction(
                sentence,
                f"This says {number} {said.what}; the list of {name_group(meant.group)} has {listed.least}.",
                ("governance", "groups", meant.number, "members"),
                at=said.span,
            )


def find_group(sentence: Sentence, listed: list[ListedGroup]) -> GroupMention | None:
    """Return the group that a sentence is about, or None.

    In the section on governance, and where it is on seats, a sentence need not name the only group again.
    """
    if found := find_group_meant(sentence, listed):
        return found
    is_near = (
        sentence.written.path[0] == "governance"
        or SEATS_AND_VOTES.search(sentence.flat)
        or (HAVE_NO_VOTE.search(sentence.flat) and not OF_OTHERS.is_in(sentence.flat))
    )
    if is_near and len(listed) == 1 and VOTES.is_in(sentence.flat):
        return GroupMention(listed[0].number, listed[0].group, 0, 0)
    return None


def judge(sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    seats = list(list_seats(meant))
    bodies = find_bodies_meant(sentence.flat, meant)
    if not bodies or BALLOT.is_in(sentence.flat) or is_limited(sentence.flat):
        return
    if NO_VOTE.search(sentence.flat) or VOTES.is_in(sentence.flat):
        yield from judge_voting(sentence, seats, bodies, meant)
    elif SEATED.is_in(sentence.flat) and NOT_SEATED.search(sentence.flat):
        for seat in seats:
            if seat.bodies & bodies:
                yield report_contradiction(
                    sentence,
                    f"This leaves out a body that sits on {name_group(meant.group)}.",
                    (*seat.path, "role"),
                )
                return


def is_limited(flat: str) -> bool:
    """Tell whether a seat or a vote is denied for some matters only, such as those with an interest."""
    denied = NO_VOTE.search(flat) or NOT_SEATED.search(flat)
    return denied is not None and LIMITED.search(flat) is not None


def judge_voting(
    sentence: Sentence, seats: list[Seat], bodies: frozenset[str], meant: GroupMention
) -> Iterator[Problem]:
    """Report a text that gives a member a vote where the list of members does not, or the reverse."""
    says_votes = NO_VOTE.search(sentence.flat) is None
    theirs = [seat for seat in seats if seat.bodies & bodies and seat.votes is not None]
    if theirs and all(seat.votes is not says_votes for seat in theirs):
        has = "has a vote" if theirs[0].votes else "has no vote"
        yield report_contradiction(
            sentence,
            f"In the list of members this body {has} on {name_group(meant.group)}.",
            (*theirs[0].path, "voting"),
        )


def list_seats(meant: GroupMention) -> Iterator[Seat]:
    """Yield the seats of a group, one for each line of its members."""
    for index, member in enumerate(meant.group.members):
        path = ("governance", "groups", meant.number, "members", index)
        seated = find_bodies(member.role or "") & SEATS or find_bodies(member.body or "") & SEATS
        yield Seat(path, seated, member.votes)


def find_bodies_meant(flat: str, meant: GroupMention) -> frozenset[str]:
    """Return the bodies that a sentence names outside the name of the group."""
    name = (meant.group.name or "").lower()
    text = flat.replace(name, " " * len(name)) if name else flat
    return frozenset(kind for kind, _, _ in locate_bodies(text) if kind in SEATS)


RULE = Rule(
    summary="Texts and the list of members agree on who sits and who votes",
    why="Who sits and who votes decides whether a committee can be trusted with conflicts of interest.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - name: Joint committee
      members: [{role: Healthwatch, body: Healthwatch, voting: no}]
  introduction: Healthwatch will have a vote on the joint committee.
""",
    passes="""
governance:
  groups:
    - name: Joint committee
      members: [{role: Healthwatch, body: Healthwatch, voting: no}, {role: Lay member, voting: yes}]
  introduction: Healthwatch sits on the joint committee without a vote, and the lay member has one.
""",
)
