"""Tell whether another part of a file speaks of the same matter, by the words that are particular to it."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression

# Words that any part of a submission may hold, whatever it is about.
ANYWHERE = (
    "about|above|after|again|also|another|been|before|being|board|both|care|clinical|commissioning|"
    "commissioner|committee|could|council|each|ensure|england|every|expression|from|further|future|general|"
    "group|have|health|healthcare|interest|into|joint|local|made|make|more|most|must|need|needs|only|other|"
    "over|part|partners|plan|plans|primary|proposal|proposed|provide|provided|should|some|such|support|"
    "supports|than|that|their|them|then|there|these|they|this|those|through|under|until|very|well|wellbeing|"
    "were|what|when|where|which|will|with|within|work|working|would|your"
)
COMMON = frozenset(ANYWHERE.split("|"))
WORD = Expression(r"\b[a-z]{4,}")
STEM = 6
ENOUGH, SHARE = 2, 3


def list_particular_words(text: str) -> frozenset[str]:
    """Return the first letters of the particular words, so that 'financial' and 'finances' agree."""
    return frozenset([word[:STEM] for word in set(WORD.findall(text.lower())) - COMMON])


def is_answered(matter: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    """Tell whether a text shares two words of the matter, or one where it has few.

    Where it has none, nobody can tell.
    """
    enough = min(ENOUGH, len(matter), max(1, len(matter) // SHARE))
    return any(len(matter & other) >= enough for other in others)
