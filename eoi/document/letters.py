"""The widths of letters, exact enough to lay out text before it is typeset."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import east_asian_width

LETTER = 0.56  # the width of most letters of Arial in ems; the others are:
LETTERS = {
    **dict.fromkeys("fijlrtI.,;:'‘’“”!|()[]-\N{NON-BREAKING HYPHEN}", 0.3),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.7),
    **dict.fromkeys("mwMW@%&—…", 0.9),
}
LATIN = "\u0250"  # all earlier letters are as wide as English ones
OTHER, WIDE = 0.8, 1.05


# The same words are in every format, and in every document of a batch.
@lru_cache(maxsize=8192)
def ems(word: str) -> float:
    """Return the width of a word in ems."""
    if word.isascii():
        return sum([LETTERS.get(letter, LETTER) for letter in word])
    return sum([LETTERS.get(letter) or other(letter) for letter in word])


def other(letter: str) -> float:
    """Return a width in ems for a letter of another script, wide enough for any font that has it."""
    if letter < LATIN:
        return LETTER
    return WIDE if east_asian_width(letter) in "WF" else OTHER
