"""Characters that nobody sees: zero-width spaces, soft hyphens, marks of direction, spaces at an end.

They come with text copied from elsewhere. Two names that look alike must be alike.
"""

from __future__ import annotations

import re

# Between letters of a script that joins its letters, and in an emoji, the last two are not for nothing.
BREAKS = "\u00ad\u180e\u200b\u2060\ufeff"
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SPACES = "\u00a0\u2007\u202f"
UNSEEN = re.compile(
    f"[{BREAKS}{DIRECTIONS}]|[{JOINERS}](?=[ -~\u00a3-\u024f]|$)|(?:(?<=[ -~\u00a3-\u024f])|^)[{JOINERS}]"
)
AT_THE_ENDS = re.compile(
    f"^[\\s{BREAKS}{JOINERS}{DIRECTIONS}{SPACES}]+|[\\s{BREAKS}{JOINERS}{DIRECTIONS}{SPACES}]+$"
)
RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def without_unseen(text: str) -> str:
    """One line without them; where it runs from right to left, marks of direction are the author's own."""
    if text.isascii():
        return text
    text = trimmed(text)
    return text if RIGHT_TO_LEFT.search(text) else UNSEEN.sub("", text)


def trimmed(text: str) -> str:
    """Without those at its ends, and without white space there."""
    return text.strip() if text.isascii() else AT_THE_ENDS.sub("", text)
