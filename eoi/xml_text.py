"""What XML can hold: a single character that it cannot would make a whole file unreadable."""

from __future__ import annotations

import re

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with the replacement character for each that XML has no way to write."""
    return NOT_XML.sub("\ufffd", text)
