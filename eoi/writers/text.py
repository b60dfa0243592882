"""Words and addresses for all writers: kept together, shortened, encoded and escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

from eoi.expressions import Expression
from eoi.xml_text import replace_illegal

# The ends of "line", "lines", "table", "figure", "part" and "section" with the space after them.
WORDS = "line |ines |able |gure |part |Part |tion "
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
BETWEEN = Expression(rf" (?:(?=\d)(?<={WORDS})|(?<=\d )(?=(?:{MONTHS}|million|billion)\b))")
UNBROKEN = "\u00a0"


@lru_cache(maxsize=2048)  # each format asks for the same texts
def keep_together(text: str) -> str:
    """Keep a figure and its unit, or a day and its month, on one line."""
    return BETWEEN.sub(UNBROKEN, text) if " " in text else text


RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    if text.isascii():
        return False
    return next(
        (direction in RIGHT_TO_LEFT for direction in map(bidirectional, text) if direction in STRONG), False
    )


HEADER_ROOM = 100  # characters that fit beside the mark of a draft


def shorten_title(title: str, room: int = HEADER_ROOM) -> str:
    """Shorten a title to `room` characters, with an ellipsis after a whole word."""
    if len(title) <= room:
        return title
    return title[:room].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


DAY = Expression(r"\d{4}-\d{2}-\d{2}")


def write_start_of_day(date: str) -> str:
    """Return the start of a day as 2014-06-20T00:00:00; return an empty text if the day is not known.

    Writers use the day of submission, since the time of the clock would make the file differ each time.
    """
    return f"{date}T00:00:00" if DAY.fullmatch(date) else ""


LONGEST = 2000  # Word fails with slightly longer ones
ACCEPTED = Expression(r"https?://[\w.-]+(:\d{1,5})?([/?#]|$)|mailto:[^\s@?]+@[\w.-]+(\?|$)", re.IGNORECASE)
TO_ENCODE = Expression(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]")


def encode_external_address(href: str) -> str:
    """Return an address with the characters encoded that it cannot hold.

    Return an empty text for an address that must not be a link.
    """
    address = href.strip()
    if not ACCEPTED.match(address):
        return ""
    encoded = TO_ENCODE.sub(encode_with_percent_signs, address)
    return encoded if len(encoded) <= LONGEST else ""


def encode_with_percent_signs(match: re.Match[str]) -> str:
    """Write characters as their bytes in UTF-8, each as a percent sign and two digits."""
    return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="replace"))


def escape(text: str) -> str:
    """Escape text for an element or an attribute.

    Characters that XML forbids are replaced. Printable text has none, which is quick to find out.
    """
    text = (text if text.isprintable() else replace_illegal(text)).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def write_text_element(name: str, text: str) -> str:
    """Write an element; return an empty text if it would be empty."""
    return f"<{name}>{escape(text)}</{name}>" if text else ""
