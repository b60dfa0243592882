"""The test of whether another part of a file is about the same matter, by its distinctive words."""

from __future__ import annotations

from collections.abc import Sequence

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
    """Return the beginnings of the distinctive words of a text in lower case.

    With six letters of each, 'financial' and 'finances' agree.
    """
    return frozenset([word[:STEM] for word in set(WORD.findall(text)) - COMMON])


class OtherTexts:
    """Texts in lower case that may be about a matter.

    The words of a text are listed only if the text holds enough of the beginnings. Few do, and listing takes
    ten times as long as looking.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.words: dict[int, frozenset[str]] = {}

    def answer(self, matter: frozenset[str]) -> bool:
        """Tell whether a text shares two words with a matter, or one if the matter has few words.

        A matter without words counts as answered, since nobody can tell.
        """
        enough = min(ENOUGH, len(matter), max(1, len(matter) // SHARE))
        return any(
            len(matter & self.list_words(number)) >= enough
            for number, text in enumerate(self.texts)
            if sum(map(text.__contains__, matter)) >= enough
        )

    def list_words(self, number: int) -> frozenset[str]:
        if number not in self.words:
            self.words[number] = list_particular_words(self.texts[number])
        return self.words[number]
