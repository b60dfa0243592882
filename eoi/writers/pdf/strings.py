"""What a PDF says of itself and of its pictures: one string each, for which PDF/A has a longest length.

All of it is in the pages as well, so that nothing is lost where it is shortened.
"""

from __future__ import annotations

from eoi.writers.spelling import storable
from eoi.writers.titles import shortened

LONGEST = 8_000  # characters, each of at most four of the 32,767 bytes that PDF/A allows


def property_text(text: str) -> str:
    return shortened(storable(text), LONGEST)
