"""Tell whether a picture earns its space: a sentence or a table shows a few figures as quickly."""

from __future__ import annotations

FEWEST = 4
FEWEST_FOR_A_PAGE = 10  # rows


def is_worth_drawing(stated: int, of: int) -> bool:
    """Tell whether so many things are stated that a picture says more: four, and three fifths of all."""
    return stated >= FEWEST and 5 * stated >= 3 * of


def needs_a_page(rows: int) -> bool:
    """Tell whether a table has so many rows that a picture beside it says what is not seen at a glance."""
    return rows >= FEWEST_FOR_A_PAGE
