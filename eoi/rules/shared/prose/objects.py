"""The object of a verb in a sentence, and whether it is another thing than the proposal.

`Healthwatch opposes the closure of the unit` says nothing about the proposal.
"""

from __future__ import annotations

from eoi.expressions import Expression

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


def has_another_object(flat: str, start: int, end: int) -> bool:
    """Tell whether a verb, from `start` up to `end` of a sentence, has an object that is not the proposal.

    A verb without an object is about what the text is about, which is the proposal.
    """
    if PROPOSAL.search(flat, start, end):
        return False
    found = OBJECT.match(flat, end)
    if found is None:
        return False
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
