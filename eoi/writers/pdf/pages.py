"""How many pages a PDF of ours has."""

from __future__ import annotations

import re

# Typst writes one flat list of pages, uncompressed.
COUNT = re.compile(rb"<</Type/Pages/Count (\d+)/Kids\[")


def pages(pdf: bytes) -> int:
    found = COUNT.search(pdf)
    assert found, "this is no PDF of ours"
    return int(found[1])
