"""Known words that look most like one that was typed."""

from __future__ import annotations

from collections.abc import Iterable


def find_nearest_words(typed: str, known: Iterable[str], most: int = 3, likeness: float = 0.6) -> list[str]:
    """Return the known words that look most like the one typed, the nearest first.

    `likeness` is how much of both has to be the same, from 0 to 1.
    """
    from difflib import get_close_matches  # late: few words are misspelt

    return get_close_matches(typed, list(known), n=most, cutoff=likeness)


def find_nearest_word(typed: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word that looks most like the one typed, or nothing."""
    return next(iter(find_nearest_words(typed, known, 1, likeness)), "")


def measure_word_likeness(one: str, other: str) -> float:
    """Return how much of two words is the same, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()
