"""The page numbers of a contents list, which only a program that lays pages out can know.

A Word document has them from the PDF of the same document, if there is one, until Word computes its own. The
XML has a slot for each: an element, so that no text can be mistaken for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from eoi.writers.text import escape

Pages = Mapping[str, int]
"""On which page each anchor of a document stands."""

UNKNOWN: Pages = {}
SLOT = re.compile(r'<page of="([^"]*)"/>')


def page_slot(anchor: str) -> str:
    """Return the mark that stands for the page number of an anchor until pages are known."""
    return f'<page of="{escape(anchor)}"/>'


def fill_page_slots(xml: str, pages: Pages, show: Callable[[int], str]) -> str:
    """Put the page of each anchor into its slot, and nothing if it is not known."""
    shown = {escape(anchor): show(page) for anchor, page in pages.items()}
    return SLOT.sub(lambda slot: shown.get(slot[1], ""), xml)
