"""Numbers of GPs and of lay members that a text gives a group: `eleven members, of whom three are GPs`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.groups_in_sentences import GroupMention
from eoi.rules.shared.bodies.seats import NUMBER, Seats, count_all_seats, read_seat_number
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence

KINDS = {
    "GPs": Expression(r"\bGPs?\b|\bgeneral practitioners?\b", re.IGNORECASE),
    "lay members": Expression(r"\blay\b|\bindependent\b|\bnon-executive", re.IGNORECASE),
}
# The roles of people who may be of a kind, though the list does not say so.
UNCLEAR = {
    "GPs": Expression(
        r"\b(?:clinical|clinicians?|chair|medical|doctors?|localit\w+|clusters?|practices?)\b", re.IGNORECASE
    ),
    "lay members": Expression(r"\b(?:chair|public|patients?|vice-chair|governor)\b", re.IGNORECASE),
}
OF_A_KIND = Expression(
    rf"\bof (?:whom|which|these|them),? (?P<number>{NUMBER}) (?:are|is|will be|would be) "
    r"(?:\w{1,20} )?(?:(?P<gps>gps?|general practitioners?)|(?P<lay>lay(?: members?)?))\b"
    r"(?! (?:from|of|who|with)\b)",
    words="of whom|of which|of these|of them",
)


MAJORITY = Expression(
    r"\b(?P<kind>gps|general practitioners|lay members) (?:(?:will|would|shall|also) )*"
    r"(?P<not>(?:do|does|will|would) not )?(?:be|are|have|has|hold|form|make up) (?P<no>no )?(?:in )?"
    r"(?:a|the)? ?(?:voting )?majority\b(?! (?:of the (?:public|patients)|when|for|if))"
    r"|\b(?:has|have) (?P<none>no|an?) (?P<adjective>gp|lay) majority\b(?! (?:of|when|for|if|in)\b)",
    words="majority",
)
OTHER_BODY = Expression(r"[,;:]|\b(?:board|body|council|ccgs?)\b")


class CountedKind(FrozenValue):
    """A number of members of one kind in a sentence, with its place."""

    span: tuple[int, int]
    number: int
    kind: str


def list_counted_kinds(flat: str, meant: GroupMention) -> Iterator[CountedKind]:
    """Yield the numbers of GPs and lay members that a sentence gives the group that it names."""
    for found in OF_A_KIND.finditer(flat, meant.end):
        kind = "GPs" if found["gps"] else "lay members"
        yield CountedKind(found.span("number"), read_seat_number(found["number"]), kind)


def count_kind(case: Case, meant: GroupMention, kind: str, voting: bool) -> Seats:
    """Return how many members of a group are of a kind: those that say so, and those that may be as well."""
    listed = [one for one in meant.group.members if one.votes or not voting]
    certain = [one for one in listed if KINDS[kind].search(one.role or "")]
    maybe = [
        one
        for one in listed
        if not any(words.search(one.role or "") for words in KINDS.values())
        and UNCLEAR[kind].search(one.role or "")
    ]
    ccgs = len(case.submission.applicants)
    least, most = count_all_seats(certain, ccgs), count_all_seats([*certain, *maybe], ccgs)
    return Seats(least.least, most.most)


def judge_majority(case: Case, sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    """Report a majority of GPs or lay members that the votes in the list of members cannot give."""
    found = MAJORITY.search(sentence.flat)
    if found is None or any(one.votes is None for one in meant.group.members):
        return
    first, last = sorted((found.span(), (meant.start, meant.end)))
    if OTHER_BODY.search(sentence.flat, first[1], last[0]):
        return
    kind = "lay members" if "lay" in (found["kind"] or found["adjective"]) else "GPs"
    of_kind = count_kind(case, meant, kind, voting=True)
    every = count_all_seats(
        [one for one in meant.group.members if one.votes], len(case.submission.applicants)
    )
    is_denied = bool(found["not"] or found["no"] or found["none"] == "no")
    if is_denied:
        differs = every.most is not None and 2 * of_kind.least > every.most
    else:
        differs = of_kind.most is not None and 2 * of_kind.most <= every.least
    if differs:
        says = "no majority" if is_denied else "a majority"
        votes = f"{of_kind.least} of {every.least} votes"
        yield report_contradiction(
            sentence,
            f"This gives {kind} {says}; in the list of {name_group(meant.group)} they have {votes}.",
            ("governance", "groups", meant.number, "members"),
            at=found.span(),
        )


def judge_kinds(case: Case, sentence: Sentence, meant: GroupMention) -> Iterator[Problem]:
    """Report a number of GPs or lay members that the list of members cannot have."""
    yield from judge_majority(case, sentence, meant)
    for said in list_counted_kinds(sentence.flat, meant):
        listed = count_kind(case, meant, said.kind, voting="voting" in sentence.flat)
        if said.number < listed.least or (listed.most is not None and said.number > listed.most):
            number = sentence.text[slice(*said.span)]
            what = said.kind.removesuffix("s") if said.number == 1 else said.kind
            yield report_contradiction(
                sentence,
                f"This says {number} {what}; the list of {name_group(meant.group)} has {listed.least}.",
                ("governance", "groups", meant.number, "members"),
                at=said.span,
            )
