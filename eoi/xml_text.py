"""Characters that XML cannot contain, since a single one would make a whole file unreadable."""

from __future__ import annotations

import re

# This pattern has the forbidden characters, since one of the allowed characters takes milliseconds to
# compile.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def replace_illegal(text: str) -> str:
    """Return a text with the replacement character in place of each that XML cannot contain."""
    return NOT_XML.sub("\ufffd", text)
