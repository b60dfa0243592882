"""Owners of figures and dates: `the council's costs` and `practices in the neighbouring CCG` are others'."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.rules.shared.prose.denials import find_start_of_clause

OTHERS = (
    r"(?:councils?|local authorit(?:y|ies)|boroughs?|trusts?|hospitals?|providers?|healthwatch|lmc|"
    r"local medical committee|universit(?:y|ies)|federations?|charit(?:y|ies)|"
    r"(?:other|another|neighbouring) ccgs?|neighbours?)"
)
OWNS = Expression(rf"\b(?:support unit|csu|{OTHERS})(?:'s|')(?= )", words="'")
HAS = Expression(
    rf"\b(?:support unit|csu|{OTHERS}) (?:has|have|had|spends?|serves?|employs?|runs?|faces?|owns?|will|"
    r"would|expects?|needs?|receives?|loses?|saves?|cuts?)\b",
    words="council|authorit|borough|trust|hospital|provider|watch|lmc|committee|unit|csu|universit|federation|"
    "charit|ccg|neighbour",
)
NEARBY = Expression(
    r"\b(?:in|of|at|for|to|by) (?:the |a |our )?(?:(?:neighbouring|next|adjoining|adjacent|nearby|other) )?"
    r"(?:neighbouring|another|next|adjoining|adjacent|nearby|other) (?:[\w-]{1,30} )?"
    r"(?:ccgs?|count(?:y|ies)|areas?|cit(?:y|ies)|councils?|boroughs?|towns?|trusts?)\b",
    words="neighbour|another|next|adj|nearby|other",
)
OURS = Expression(r"\b(?:we|us|our|ours|ccg's|the ccg)\b", words="we|us|our|ccg")
# An agreement with a council, say, is not the one on commissioning support.
WITH_OTHERS = Expression(
    rf"\b(?:agreement|contract|sla|arrangement)s? (?:\w{{1,30}} ){{0,3}}?(?:with|between|of) "
    rf"(?:the |our |a )?(?:[\w-]{{1,30}} ){{0,3}}?{OTHERS}\b",
    words="agreement|contract|sla|arrangement",
)
REACH = 80


def belongs_to_others(flat: str, start: int, end: int) -> bool:
    """Tell whether a figure or date, from `start` up to `end` of a sentence, belongs to another body."""
    clause = find_start_of_clause(flat, start)
    for owners in (OWNS, HAS):
        owner = owners.search(flat, clause, start)
        if owner and not OURS.search(flat, owner.end(), start):
            return True
    return NEARBY.search(flat, end, end + REACH) is not None or NEARBY.search(flat, clause, start) is not None


def is_of_another_agreement(flat: str) -> bool:
    """Tell whether a sentence is about an agreement with a council, a trust or another such body."""
    return WITH_OTHERS.search(flat) is not None
