"""How large a figure is drawn."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.writers.place import Place

CAPTION_DEPTH = 1134  # twips kept free for the caption: 2 cm


def size(block: Figure, place: Place) -> tuple[int, int]:
    """In twips: as wide as the text, unless the page is too short for that."""
    width, height = max(block.width, 1), max(block.height, 1)
    scale = min(place.room / width, (place.depth - CAPTION_DEPTH) / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)
