"""Characters of a text that its author did not type, and the quotation marks that YAML needs around one.

Nobody sees zero-width spaces, soft hyphens, marks of direction and spaces at an end. Two names that look
alike must be alike. Word processors put typographic quotation marks in place of those that YAML reads.
"""

from __future__ import annotations

from eoi.expressions import Expression

# The joiners have a meaning between letters of a script that joins its letters, and in an emoji.
BREAKS = "\u00ad\u180e\u200b\u2060\ufeff"
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WIDE_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
SPACES = f" \t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u202f{WIDE_SPACES}"
AT_THE_ENDS = SPACES + BREAKS + JOINERS + DIRECTIONS
UNSEEN = Expression(
    f"[{BREAKS}{DIRECTIONS}]|[{JOINERS}](?=[ -~\u00a3-\u024f]|$)|(?:(?<=[ -~\u00a3-\u024f])|^)[{JOINERS}]"
)
RIGHT_TO_LEFT = Expression("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Single quotation marks can have an apostrophe between them.
WRAPPED = Expression(r"[“”„](?P<double>[^“”„]+)[“”]|‘(?P<single>(?:[^‘’]|’(?=\w))+)’", words="“|”|„|‘")
LONGEST = 100


def remove_zero_width(text: str) -> str:
    """Remove characters without width from one line.

    In text that runs from right to left, marks of direction are the author's own.
    """
    if text.isascii():
        return text
    text = trim(text)
    if text.isprintable():  # no character without width is printable
        return text
    return text if RIGHT_TO_LEFT.search(text) else UNSEEN.sub("", text)


def trim(text: str) -> str:
    """Remove white space and characters without width from both ends."""
    return text.strip(AT_THE_ENDS)


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
