"""The reason why a file cannot be a letterhead."""

from __future__ import annotations


class UnfitLetterhead(ValueError):
    """One sentence that follows the name of the file: "is not a Word document"."""


def quote_shortened(text: str) -> str:
    """Quote a text of a file from anywhere. Nothing in it may move the cursor or start a line."""
    return ascii(text[:80])
