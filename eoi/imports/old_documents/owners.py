"""The owners of figures in a sentence: whether a figure is the CCG's own or that of another body."""

from __future__ import annotations

import re
from functools import cache

from eoi.expressions import Expression
from eoi.reference import load_ccgs
from eoi.reference.names import list_words_of_name

# Words that only say when: `Until 31 March 2013, `.
WHEN = r"(?i:(?:until|before|in|since|up to|by) (?:\d{1,2} )?(?:[a-z]+ )?\d{4},? )?"
NO_LINK = r"(?:(?!with\b|of\b|by\b|to\b|from\b|for\b|in\b|on\b)\w{1,30} )"
# A body is the owner if it begins a sentence or a clause, and not as in "together with the council".
OTHER_BODY = Expression(
    rf"(?:^{WHEN}|[,;:] |\b(?:and|but|while|whereas|that) ){NO_LINK}{{0,3}}?"
    r"(?:neighbou?rs?|neighbou?ring|councils?|trusts?|PCTs?|hospitals?|county|borough|other CCGs?)\b",
    re.IGNORECASE,
)
OUR_OWN = Expression(r"\b(?:we|our|us|the CCG)\b(?! neighbour)", re.IGNORECASE)
# A place of which the figure is said, as in `Worcestershire had a population of`.
SUBJECT = Expression(
    rf"^(?:{WHEN})(?P<place>[A-Z][\w'’-]*(?: (?:and|of|upon|[A-Z][\w'’-]*))*) "
    r"(?:has|had|have|is|was|serves?|served|covers?|covered|employs?|employed)\b"
)
NAMED_CCG = Expression(r"\bNHS [A-Z][^,.;£\d]{0,60}? (?:CCG|Clinical Commissioning Group)\b")


def is_of_another_body(before: str, own_name: str) -> bool:
    """Tell whether a figure is that of another body, from the words of the sentence before it.

    The owner named last counts. `own_name` is the name of the applicant, or empty if it is not known.
    """
    other = max((one.end() for one in OTHER_BODY.finditer(before)), default=-1)
    ours = max((one.end() for one in OUR_OWN.finditer(before)), default=-1)
    for named in NAMED_CCG.finditer(before):
        if not own_name or named[0].casefold() == own_name.casefold():
            ours = max(ours, named.end())
        else:
            other = max(other, named.end())
    if other == ours == -1:
        return is_said_of_another_place(before, own_name)
    return other > ours


def is_said_of_another_place(before: str, own_name: str) -> bool:
    """Tell whether the subject of a sentence is a place that the name of the applicant does not have."""
    subject = SUBJECT.match(before)
    words = set(list_words_of_name(subject["place"])) if subject else set()
    return bool(words) and words <= list_words_of_places() and not words <= set(list_words_of_name(own_name))


@cache
def list_words_of_places() -> frozenset[str]:
    """Return the words that tell the areas of CCGs and of local authorities from others."""
    return frozenset(
        word
        for ccg in load_ccgs().values()
        for name in (ccg.name, *ccg.local_authorities)
        for word in list_words_of_name(name)
    )
