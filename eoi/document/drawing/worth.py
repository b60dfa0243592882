"""The decision whether a picture is worth its space: a sentence or a table shows a few figures as quickly."""

from __future__ import annotations

FEWEST = 4


def is_worth_drawing(stated: int, of: int) -> bool:
    """Tell whether enough is stated for a picture: at least four things, and three fifths of all."""
    return stated >= FEWEST and 5 * stated >= 3 * of
