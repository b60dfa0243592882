"""Tests of whether a figure, a date or a verb is about another body or thing than the proposal.

`The council's costs` are not the CCG's, and `Healthwatch opposes the closure of the unit` is no view of it.
"""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.rules.shared.prose.mood import find_start_of_clause

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
    r"(?:ccgs?|count(?:y|ies)|areas?|cit(?:y|ies)|councils?|boroughs?|towns?|trusts?|programmes|projects|schemes|"
    r"partnerships)\b",
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
# Words that end the object, since what follows is of another time, place or reason.
ENDS = (
    "and but because since as so when if at in on before after until without that who which while although "
    "though from unless again too now also still then already unanimously overall today anyway throughout "
    "strongly fully"
).replace(" ", "|")
WORD = rf"(?!(?:{ENDS})\b)[\w'-]{{1,40}}"
OBJECT = Expression(
    r"\s?(?:\w{1,30}ly |also |now |still |already |too |both |all ){0,2}"
    r"(?:(?:in favour )?(?:to|of|on|for|about|with|by|against) )?"
    rf"(?!\d)(?P<object>{WORD}(?: {WORD}){{0,11}})"
)
ANY = ("any ", "each ", "every ", "another ", "other ")
# `Against an earlier plan` is no view on this one.
EARLIER = Expression(
    r"(?:an?|the|our|its|their|that) (?:\w{1,20} )?(?:earlier|previous|former|original|older|last)\b",
    words="earlier|previous|former|original|older|last",
)
FORM_WORDS = {"delegat": "delegated", "joint": "joint", "influenc": "influence"}
PROPOSAL = Expression(
    r"\b(?:propos\w+|bids?|applications?|appl(?:y|ying)|expression|eoi|submi\w+|co-?commissioning|joint\w*|"
    r"delegat\w+|influenc\w+|plans?|ideas?|arrangements?|models?|changes?|it|this|these|them|us|ours?|moves?|approach|"
    r"principle|options?|committees?|what|forms?|direction|ccgs?|powers|support|backing|agreement|commissioning|"
    r"partnership|way|things|scheme|document|venture|functions?)\b"
)
AGAIN = Expression(
    r"\s?(?:\w{1,30} ){0,2}(?:again|(?:each|every) \w{1,30}|annually|yearly|regularly|from time to time)\b"
)


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


def has_another_object(flat: str, start: int, end: int) -> bool:
    """Tell whether a verb, from `start` up to `end` of a sentence, has an object that is not the proposal.

    A verb without an object is about what the text is about, which is the proposal.
    """
    if PROPOSAL.search(flat, start, end):
        return False
    found = OBJECT.match(flat, end)
    if found is None:
        return False
    if EARLIER.match(found["object"]):
        return True
    return found["object"].startswith(ANY) or PROPOSAL.search(found["object"]) is None


def is_of_another_form(flat: str, start: int, form: str | None, recorded: str) -> bool:
    """Tell whether a verb speaks of another form than the one applied for, as in `opposes delegation`.

    If the recorded view speaks of that form as well, the two are of one thing.
    """
    named = {word for word in FORM_WORDS if word in flat[start:]}
    return bool(named) and not any(FORM_WORDS[word] == form or word in recorded.lower() for word in named)


def happens_again(flat: str, end: int) -> bool:
    """Tell whether what a verb says happens again, or each year, so that it is not the first time."""
    return AGAIN.match(flat, end) is not None
