"""The owners of figures in a sentence: whether a figure is the CCG's own or that of another body."""

from __future__ import annotations

import re

from eoi.expressions import Expression

NO_LINK = r"(?:(?!with\b|of\b|by\b|to\b|from\b|for\b|in\b|on\b)\w{1,30} )"
# A body is the owner if it begins a sentence or a clause, and not as in "together with the council".
OTHER_BODY = Expression(
    rf"(?:^|[,;:] |\b(?:and|but|while|whereas|that) ){NO_LINK}{{0,3}}?"
    r"(?:neighbou?rs?|neighbou?ring|councils?|trusts?|hospitals?|county|borough|other CCGs?)\b",
    re.IGNORECASE,
)
OUR_OWN = Expression(r"\b(?:we|our|us|the CCG)\b(?! neighbour)", re.IGNORECASE)
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
    return other > ours
