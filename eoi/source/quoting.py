"""Quotation marks around a text, so that YAML reads it unchanged."""

from __future__ import annotations

LONGEST = 100


def quote_text(text: str) -> str:
    """Put a text in double quotes, or in single quotes if it holds a double quote or a backslash."""
    text = text.rstrip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def suggest_quotes(text: str) -> str:
    """Advise putting a text in quotes, and show the result if it is short enough for a message."""
    whole = " ".join(text.split())
    return (
        f"Put the whole text in quotes: {quote_text(whole)}."
        if 0 < len(whole) <= LONGEST
        else "Put the whole text in quotes, or below a `|` after the colon."
    )
