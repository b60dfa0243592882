"""The known words that are most similar to a typed one."""

from __future__ import annotations

from collections.abc import Iterable


def find_nearest_words(typed: str, known: Iterable[str], most: int = 3, likeness: float = 0.6) -> list[str]:
    """Return the known words most similar to the typed one, the nearest first.

    `likeness` is the share of both words that must be equal, from 0 to 1.
    """
    from difflib import get_close_matches  # late: few words are misspelt

    return get_close_matches(typed, list(known), n=most, cutoff=likeness)


def find_nearest_word(typed: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word most similar to the typed one, or an empty text."""
    return next(iter(find_nearest_words(typed, known, 1, likeness)), "")


def measure_word_likeness(one: str, other: str) -> float:
    """Return the share of two words that is equal, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()
