"""Short answers in the sentences of templates: what fits is spliced in, and what does not fit is labelled.

`noun_phrases` tells the two apart. Templates use these functions as filters.
"""

from __future__ import annotations

from collections.abc import Sequence

from eoi.document.words.articles import DETERMINERS, ENDS_OF_A_NOUN, lower_first
from eoi.document.words.names_of_bodies import are_several
from eoi.document.words.noun_phrases import fits_a_sentence
from eoi.document.words.wording import ended, spell_small
from eoi.plain_words import UP_TO_TWENTY

HOW_MANY = (*DETERMINERS, *UP_TO_TWENTY, "several", "some", "many", "most", "few")
# Groups of practices and voters, which people name in the singular too.
PLURALS = {
    "cluster": "clusters",
    "gp": "GPs",
    "group": "groups",
    "hub": "hubs",
    "locality": "localities",
    "member": "members",
    "neighbourhood": "neighbourhoods",
    "network": "networks",
    "patch": "patches",
    "practice": "practices",
    "village": "villages",
}
# A questionnaire goes to people, and "PPGs" or "Survey Monkey" does not.
CAN_BE_SENT = """
    booklet briefing bulletin card consultation document email e-mail flyer form invitation leaflet letter
    mailing mailshot message newsletter note paper poll postcard questionnaire survey text
"""
SENT = frozenset(CAN_BE_SENT.split())


def labelled(text: str, label: str) -> str:
    """Write an answer behind a label, as a sentence of its own: `Voters: One vote per practice`."""
    return f"{label}: {ended(text)}"


def unfit(items: Sequence[str]) -> Sequence[str]:
    """Return the items of a list if one of them fits no sentence, and otherwise none: they need bullets."""
    return () if all(map(fits_a_sentence, items)) else items


def countable(text: str, number: object = None) -> str:
    """Return words that a number can stand before: `practices` of `All practices`.

    A number among the words is dropped only if it is this number. The text is empty if no number fits.
    """
    words, dropped = text.strip(), ["all", "our", "the", str(number), spell_small(str(number))]
    first, _, rest = words.partition(" ")
    while rest and first.lower() in dropped:
        dropped.remove(first.lower())
        words = rest
        first, _, rest = words.partition(" ")
    if not fits_a_sentence(words) or first.lower() in HOW_MANY or first.isdecimal():
        return ""
    return PLURALS.get(words.lower(), lower_first(words))


def can_be_sent(method: str) -> bool:
    """Tell whether a way of asking people goes to them, as a questionnaire does: `survey of carers`."""
    noun = ENDS_OF_A_NOUN.split(method.strip().lower(), maxsplit=1)[0].rpartition(" ")[2]
    return noun in SENT or noun.removesuffix("s") in SENT


FILTERS = {function.__name__: function for function in (labelled, unfit, countable, can_be_sent, are_several)}
