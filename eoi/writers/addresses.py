"""Addresses fit for a link: Word refuses the whole file for one that it cannot parse."""

from __future__ import annotations

import re

LONGEST = 2000  # Word gives up a little beyond
ACCEPTED = re.compile(r"https?://[\w.-]+(:\d{1,5})?([/?#]|$)|mailto:[^\s@?]+@[\w.-]+(\?|$)", re.IGNORECASE)
TO_ENCODE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]")


def external_address(href: str) -> str:
    """The address with whatever a URI cannot hold percent-encoded, or nothing if it must not be a link."""
    address = href.strip()
    if not ACCEPTED.match(address):
        return ""
    encoded = TO_ENCODE.sub(percent_encoded, address)
    return encoded if len(encoded) <= LONGEST else ""


def percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="replace"))
