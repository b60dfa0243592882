"""The error for a file that cannot be a letterhead."""

from __future__ import annotations


class UnfitLetterhead(ValueError):
    """An error for a file that cannot be a letterhead.

    Its text follows the name of the file: "is not a Word document".
    """


def quote_shortened(text: str) -> str:
    """Quote up to 80 characters of a text. They are written in ASCII, so that none moves the cursor."""
    return ascii(text[:80])
