"""Quote a text so that YAML reads it unchanged."""

from __future__ import annotations

from eoi.expressions import Expression

LONGEST = 100
# Between single ones an apostrophe can stand.
WRAPPED = Expression(r"[“”„](?P<double>[^“”„]+)[“”]|‘(?P<single>(?:[^‘’]|’(?=\w))+)’", words="“|”|„|‘")


def remove_quotes(text: str) -> str:
    """Remove typographic quotation marks around the whole of a text. Word processors make them of others."""
    match = WRAPPED.fullmatch(text)
    return (match["double"] or match["single"]).strip() if match else text


def quote_text(text: str) -> str:
    """Put a text in double quotes, or in single ones where it holds a double one or a backslash."""
    text = text.rstrip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def suggest_quotes(text: str) -> str:
    """Suggest to put a text in quotes, and show the result if a message has room for it."""
    whole = " ".join(text.split())
    return (
        f"Put the whole text in quotes: {quote_text(whole)}."
        if 0 < len(whole) <= LONGEST
        else "Put the whole text in quotes, or below a `|` after the colon."
    )
