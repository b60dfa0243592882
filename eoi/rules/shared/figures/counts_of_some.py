"""Numbers that count only some of the things in a list, as practices that came or posts that are new."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_things import CCGS, POSTS, PRACTICES, CountedThing
from eoi.rules.shared.figures.figures_against_fields import StatedField, find_beside

ALL = Expression(
    r"\b(?:our|the|these|all|all of our|all the|its|following|has|have|are|there are|into|identif\w+|"
    r"set out|of|"
    r"each of (?:our|the)|ask for|need)$"
)
# Votes are compared by another rule.
VOTE = Expression(
    r"\b(?:voted|rejected|said (?:yes|no)|ballot\w*|undecided|opposed|"
    r"(?:were|was) (?:for|against|in favour))\b",
    words="vote|reject|said|ballot|undecided|opposed|were|was",
)
# These words mark some of the practices only, such as those that came.
SOME = Expression(
    r"(?: \S{1,30}){0,3} (?:present|absent|there|attended|came|inspected|that (?:were|did|had|have|are))\b"
)
COMES_FIRST = Expression(r"(?:^|[.,;:(])\s{0,5}$")
WHOLE = Expression(
    r" ?(?:member|constituent|participating)|(?: \w{1,30}){1,2} (?:"
    r"in all|in total|altogether|make up|belong)\b"
)
# CCGs of the region or of the county are not those that apply.
OTHER_CCGS = Expression(
    r" ?(?:more|further|additional|other)\b|(?: \w{1,30}){1,3} (?:in|of|to|for|around) (?:the|our|this)\b"
    r"| \w{1,30} (?:make|made) up\b"
)
HELD_ALREADY = Expression(
    r" ?(?:existing|current)\b|(?: \w{1,30}){1,2} (?:in|of) (?:the|our) (?:existing|current|present)\b|"
    r"(?: \w{1,30}){1,6}? (?:are|is|remain) (?:\w{1,30} )?(?:already|now|funded|filled|vacant)\b"
)
# `Four localities were considered and three were set up`.
OF_WHICH = Expression(
    r"of (?:which|whom|these|those|them)\b|(?:were|was|have been|has been|remain(?:s|ed)?)\b",
    words="of |were|was|been|remain",
)
NEW = Expression(r" ?(?:\w{1,20} )?(?:new|additional|extra)\b", words="new|additional|extra")
THERE_ALREADY = Expression(
    r"\b(?:(?:in post|employed|funded|filled) already|already (?:in post|employed|funded|filled)|"
    r"existing posts?|"
    r"of (?:them|which|these|whom) (?:are |is )?(?:new|already|existing))\b",
    words="already|existing|of them|of which|of these|of whom",
)


def counts_some_of_them(figure: ProseFigure, kind: CountedThing, before: str, end: int) -> bool:
    """Tell whether a number counts only some of the things.

    Practices that voted, that came or that begin a sentence are some of them; so are posts in place.
    """
    flat = figure.said.flat
    if kind.nouns is POSTS:
        return HELD_ALREADY.match(flat, figure.end) is not None
    if kind.nouns is CCGS:
        return ALL.search(before) is None and OTHER_CCGS.match(flat, figure.end) is not None
    if kind.nouns is not PRACTICES:
        return VOTE.search(flat, figure.end) is not None
    begins = COMES_FIRST.search(before) and not WHOLE.match(flat, figure.end)
    return bool(begins or VOTE.search(flat) or SOME.match(flat, end))


def has_part_in_list(case: Case, figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether the list holds a part of the things, as in `six priorities, two of which are ours`."""
    return any(
        one.start > figure.start and one.agrees_with(field.stated) and OF_WHICH.match(one.after)
        for one in find_beside(figure, case.figures)
    )


def are_new_ones(case: Case, figure: ProseFigure, kind: CountedThing, field: StatedField) -> bool:
    """Tell whether fewer posts are called new than the list holds, some of which are there already."""
    if kind.nouns is not POSTS or figure.amount >= field.stated.amount:
        return False
    if not NEW.match(figure.said.flat, figure.end):
        return False
    return THERE_ALREADY.search(case.whole) is not None
