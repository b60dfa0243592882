"""The one moment that a file may tell of itself."""

from __future__ import annotations

import re

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def start_of(date: str) -> str:
    """Of the day of the submission, or nothing where that is not known to the day; a file that told the
    clock would differ each time it is made."""
    return f"{date}T00:00:00" if DAY.fullmatch(date) else ""
