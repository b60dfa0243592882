"""The figures in a text: numbers, amounts and dates, in digits or in words.

Two texts with the same figures can still say different things. With other figures they state other facts.
"""

from __future__ import annotations

import re
from decimal import Decimal

from eoi.expressions import Expression
from eoi.plain_words import TENS, UP_TO_TWENTY
from eoi.submission.days import MONTHS
from eoi.submission.figures import SCALES

# "One" is often no number, as in "one plan". Where it becomes a number of more, that number shows.
NUMBERS = dict(zip(UP_TO_TWENTY, range(1, 21), strict=True)) | TENS | {"hundred": 100}
WORDS = {word: Decimal(number) for word, number in NUMBERS.items() if word != "one"}
SHARES = ("half", "thirds?", "quarters?", "dozen", "majority", "unanimous(?:ly)?")
SURE_MONTHS = "|".join(month for month in MONTHS if month != "May")
FIGURE = Expression(
    r"(?P<digits>\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?)"
    rf"(?:[ \xa0]?(?P<scale>{'|'.join(filter(None, SCALES))})\b)?"
    rf"|\b(?P<word>{'|'.join(WORDS)})\b"
    rf"|\b(?:{'|'.join(SHARES)}|{SURE_MONTHS})\b"
    r"|\bmay(?= \d)|(?<=\d )may\b|(?<=\d(?:st|nd|rd|th) )may\b",
    re.IGNORECASE,
)
LIST_NUMBER = Expression(r"^\s{0,8}\d{1,3}[.)]\s", re.MULTILINE)


def list_text_figures(text: str) -> list[Decimal | str]:
    """Return the figures of a text in their order, each in one form: £2m, 2 million and 2,000,000 are equal.

    The numbers of the items of a list are none of them.
    """
    return [read_match(match) for match in FIGURE.finditer(LIST_NUMBER.sub("", text))]


def read_match(match: re.Match[str]) -> Decimal | str:
    """Return a figure as a number, or a month or a share in lower case."""
    if digits := match["digits"]:
        return Decimal(digits.replace(",", "")) * Decimal(10) ** SCALES[(match["scale"] or "").lower()]
    word = match[0].lower()
    return WORDS.get(word, word)
