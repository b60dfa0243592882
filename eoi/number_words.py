"""Numbers in words, as people write them, for the readers and the writers of text."""

from __future__ import annotations

UP_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def count_noun(number: int, one: str, several: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else several}"
