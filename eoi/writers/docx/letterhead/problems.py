"""Why a file cannot serve as a letterhead."""

from __future__ import annotations


class UnfitLetterhead(ValueError):
    """One sentence that follows the name of the file: "is not a Word document"."""
