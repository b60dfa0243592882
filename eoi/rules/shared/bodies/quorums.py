"""Quorums in words: 'four members, including two lay', 'two thirds', 'half plus one'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.shared.bodies.roles import is_lay
from eoi.rules.shared.bodies.seats import FROM_EACH, NUMBER, read_seat_number

KINDS = {
    "lay": r"lay|non-?executives?|independents?",
    "GP": r"GPs?|general practitioners?|clinicians?|clinical|practice",
    "executive": r"executives?|officers?|chief officers?|directors?",
    "nurse": r"nurses?",
}
BEGINS = Expression(
    r"^\W*(?:(?:the|a|our)\s+)?(?:quorum\s*(?:is|:|will be|would be|shall be|of)?\s*)?"
    r"(?:(?:at least|(?:not|no) (?:less|fewer) than|(?:a )?minimum(?: of)?|any)\s+)?",
    re.IGNORECASE,
)
SOME = Expression(rf"(?P<number>{NUMBER})\b", re.IGNORECASE)
PEOPLE = Expression(
    r"\s{0,3}(?:(?:voting|core|full|committee)\s{1,3}){0,2}(?:members?|people|persons?|individuals)?\s{0,3}"
    r"(?:(?:must|should|to|will|shall)?\s{0,3}(?:be )?(?:present|required|needed)"
    r"|of the (?:group|committee))?\s{0,3}"
    r"(?=$|[.,;:(]|incl|for\b|from\b|with\b|of (?:whom|which|the \w+ members)|one\b|and\b|who\b|at least)",
    re.IGNORECASE,
)
OUT_OF = Expression(rf"\s*(?:out )?of (?:the |our )?(?P<all>{NUMBER}) (?:voting )?members\b", re.IGNORECASE)
# `Six members, of whom two from each organisation` counts all sides before the comma.
SUBSETS = Expression(r",|\b(?:of whom|of which|including)\b", re.IGNORECASE)
# Such words do not say how many sides there are.
EACH_SIDE = Expression(
    r"\b(?:each|either|both|every) (?:side|part(?:y|ies|ner)|organisation)s?\b", re.IGNORECASE
)


class Portion(NamedTuple):
    """A portion of the members: two thirds are a `part` of 2 and a `whole` of 3."""

    part: int
    whole: int


SHARES = {
    r"(?:two|2)[ -]thirds|2/3": (Portion(2, 3), 0),
    r"(?:three|3)[ -]quarters|3/4": (Portion(3, 4), 0),
    r"(?:one|a|1)[ -]third|1/3": (Portion(1, 3), 0),
    r"(?:one|a|1)[ -]quarter|1/4": (Portion(1, 4), 0),
    r"(?:one )?half (?:of (?:the )?(?:voting )?(?:members|membership) )?(?:plus|\+|and) (?:one|1)"
    r"|(?:a )?(?:simple )?majority|more than half": (Portion(1, 2), 1),
    r"(?:one )?half|50 ?(?:%|per ?cent)": (Portion(1, 2), 0),
}
SHARE = {
    Expression(rf"(?:{words})(?!\w| of (?:the )?(?:lay|GP|clinical|practice))", re.IGNORECASE): share
    for words, share in SHARES.items()
}
# A choice between kinds, or a rule for when somebody is away, asks for neither kind.
CHOICE = Expression(r"\bor\b|/|\bnominated\b|\bdeput", re.IGNORECASE)
NEED = {
    kind: Expression(
        rf"\b(?P<number>an?|{NUMBER})\s+"
        rf"(?:(?:are|is|being|must be|voting|elected|of the|local|independent)\s+){{0,2}}(?:{words})\b(?!-)",
        re.IGNORECASE,
    )
    for kind, words in KINDS.items()
}
CLAUSES = Expression(r"[,;.]|\band\b|\bof whom\b|\bincluding\b|\bplus\b", re.IGNORECASE)


class Quorum(FrozenValue):
    """A quorum: the number of `people` required, or the `share` of the members, with one `more` if set."""

    people: int | None = None
    each_ccg: bool = False
    out_of: int | None = None
    share: Portion | None = None
    more: int = 0

    def least(self, members: int, ccgs: int) -> int | None:
        if self.share is not None:
            part, whole = self.share
            return members * part // whole + 1 if self.more else -(members * -part // whole)
        return self.people and self.people * (ccgs if self.each_ccg else 1)


@lru_cache(maxsize=512)
def read_quorum(text: str) -> Quorum:
    """Return the quorum at the beginning of a text. The rest is not read."""
    begins = BEGINS.match(text)
    at = begins.end() if begins else 0
    for words, (share, more) in SHARE.items():
        if words.match(text, at):
            return Quorum(share=share, more=more)
    number = SOME.match(text, at)
    if number is None:
        return Quorum()
    people, after = read_seat_number(number["number"]), number.end()
    if all_ := OUT_OF.match(text, after):
        return Quorum(people, out_of=read_seat_number(all_["all"]))
    if EACH_SIDE.search(SUBSETS.split(text)[0]) or not PEOPLE.match(text, after):
        return Quorum()
    return Quorum(people, each_ccg=FROM_EACH.search(text.split(",")[0]) is not None)


def list_needs(text: str) -> Iterator[tuple[str, int]]:
    """Yield each kind of member and how many of it a quorum needs, unless the text leaves a choice."""
    for clause in CLAUSES.split(text):
        if FROM_EACH.search(clause) or CHOICE.search(clause):
            continue
        for kind, words in NEED.items():
            if match := words.search(clause):
                number = match["number"].lower()
                yield kind, 1 if number in ("a", "an") else read_seat_number(number)
                break


def is_of_kind(kind: str, role: str) -> bool:
    """Tell whether a role is of a kind that a quorum asks for."""
    return (kind == "lay" and is_lay(role)) or re.search(rf"\b(?:{KINDS[kind]})\b", role, re.I) is not None
