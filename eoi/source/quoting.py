"""Quotation marks around a text, so that YAML reads it unchanged."""

from __future__ import annotations

from eoi.expressions import Expression

LONGEST = 100
# Single quotation marks can have an apostrophe between them.
WRAPPED = Expression(r"[“”„](?P<double>[^“”„]+)[“”]|‘(?P<single>(?:[^‘’]|’(?=\w))+)’", words="“|”|„|‘")


def remove_quotes(text: str) -> str:
    """Remove typographic quotation marks around a whole text.

    Word processors put them in place of straight ones.
    """
    match = WRAPPED.fullmatch(text)
    return (match["double"] or match["single"]).strip() if match else text


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
