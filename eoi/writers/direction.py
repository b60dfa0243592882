"""Which way a text runs, by its first character that has a direction."""

from __future__ import annotations

from unicodedata import bidirectional

RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}


def runs_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    return next(
        (direction in RIGHT_TO_LEFT for direction in map(bidirectional, text) if direction in STRONG), False
    )
