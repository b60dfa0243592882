"""Numbers and shares that people write in words: `seven`, `fifty-five`, `two thirds`, `nobody`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from eoi.expressions import Expression
from eoi.plain_words import TENS, UP_TO_TWENTY

SMALL_NUMBERS = {word: number for number, word in enumerate(UP_TO_TWENTY, 1) if 2 <= number < 20}
WHOLE = {**SMALL_NUMBERS, **TENS, "half a dozen": 6, "half dozen": 6, "a dozen": 12, "two dozen": 24}
ROUND = {
    "a hundred": 100,
    "one hundred": 100,
    "two hundred": 200,
    "three hundred": 300,
    "a quarter of a million": 250_000,
    "half a million": 500_000,
    "a million": 1_000_000,
    "one million": 1_000_000,
}
# A share in words is only approximate, but "nobody" and "everyone" are exact.
SHARES = {
    "three quarters": "75",
    "two thirds": "66.7",
    "two fifths": "40",
    "three fifths": "60",
    "four fifths": "80",
    "three tenths": "30",
    "seven tenths": "70",
    "nine tenths": "90",
    "half": "50",
    "a third": "33.3",
    "one third": "33.3",
    "a quarter": "25",
    "one quarter": "25",
    "a fifth": "20",
    "one fifth": "20",
    "a tenth": "10",
    "one tenth": "10",
    "one in ten": "10",
    "one in five": "20",
    "one in four": "25",
    "one in three": "33.3",
    "nobody": "0",
    "no one": "0",
    "no-one": "0",
    "none of": "0",
    "everyone": "100",
    "everybody": "100",
}
# Every sentence that matches contains one of these strings.
ROOTS = (
    *SMALL_NUMBERS,
    *(word for word in TENS if word.removesuffix("ty") not in SMALL_NUMBERS),
    "dozen",
    "hundred",
    "million",
    "half",
    "third",
    "quarter",
    "fifth",
    "tenth",
    "nobody",
    "no one",
    "no-one",
    "none of",
    "everyone",
    "everybody",
)


def join_alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    It branches at the first letter, so that a word in a text is not compared with each of them.
    """
    ends: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        ends[word[0]].append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in ends.items())


IN_WORDS = Expression(
    rf"\b(?:(?P<tens>{join_alternatives(TENS)})[ -](?P<units>one|{'|'.join(list(SMALL_NUMBERS)[:8])})"
    rf"|(?P<word>{join_alternatives({**ROUND, **SHARES, **WHOLE})})(?: (?P<percent_word>per ?cent))?)\b"
)


def read_number_in_words(match: re.Match[str]) -> tuple[Decimal, Decimal, bool]:
    """Return a number in words, its tolerance, and whether it is a percentage."""
    if match["tens"]:
        units = 1 if match["units"] == "one" else SMALL_NUMBERS[match["units"]]
        return Decimal(TENS[match["tens"]] + units), Decimal(0), False
    word = match["word"]
    if word in SHARES:
        amount = Decimal(SHARES[word])
        return amount, Decimal("2.5") if 0 < amount < 100 else Decimal(0), True
    if word in ROUND:
        amount = Decimal(ROUND[word])
        return amount, amount / 10, False
    return Decimal(WHOLE[word]), Decimal(0), match["percent_word"] is not None
