"""Characters that XML cannot hold: a single one would make a whole file unreadable."""

from __future__ import annotations

import re

# The characters that are forbidden: a pattern of those that are allowed takes milliseconds to compile.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def replace_illegal(text: str) -> str:
    """Put the replacement character in place of each that XML has no way to write."""
    return NOT_XML.sub("\ufffd", text)
