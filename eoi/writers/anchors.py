"""Anchors of a document: its headings, tables and figures, with their bookmarks and page numbers.

Only a program that lays out pages knows the page of an anchor. A Word document gets it from the PDF of the
same document, if there is one, until Word computes its own. The XML has a slot for each page number. A slot
is an element, so no text can look like one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from zlib import crc32

from eoi.document.blocks import Document, Figure, Heading, Paragraph, Table
from eoi.document.walk import walk_blocks
from eoi.writers import Pages
from eoi.writers.seal import name_field_mark
from eoi.writers.text import escape

ANCHORED = (Heading, Paragraph, Table, Figure)
SLOT_START = '<page of="'
SLOT = re.compile(rf'{SLOT_START}([^"]*)"/>')


class Anchors:
    """The anchors of a document.

    `labelled` holds the anchors of numbered captions, and `counted` those of numbered sections and
    paragraphs. `pictures` gives each figure a number; equal figures have the same one.
    """

    def __init__(self, document: Document) -> None:
        blocks = list(walk_blocks(document.blocks))
        anchored = [block for block in blocks if isinstance(block, ANCHORED) and block.anchor]
        figures = dict.fromkeys([block for block in blocks if isinstance(block, Figure)])
        self.headings = tuple(
            [block for block in blocks if isinstance(block, Heading) and block.revision != "deleted"]
        )
        self.bookmarks = name_bookmarks(block.anchor for block in anchored)
        self.labelled = frozenset(
            block.anchor
            for block in anchored
            if isinstance(block, (Table, Figure)) and block.number is not None
        )
        self.counted = frozenset(
            block.anchor for block in anchored if isinstance(block, (Heading, Paragraph)) and block.number
        )
        self.pictures = {figure: number for number, figure in enumerate(figures, 1)}
        self._last: dict[str, int] = {}
        self._fields: Counter[str] = Counter()

    def field_mark(self, paths: str) -> str:
        """Return the name of a new bookmark that leads a line back to its fields; empty if it has no fields.

        Programs that read aloud do not read such a bookmark.
        """
        if not paths:
            return ""
        key = name_field_mark(paths)
        self._fields[key] += 1
        return f"{key}_{self._fields[key]}"

    def counts_on(self, label: str, number: int) -> bool:
        """Tell whether a caption's number is one more than the last number with its label."""
        expected = self._last.get(label, 0) + 1
        self._last[label] = number
        return number == expected


def name_bookmarks(anchors: Iterable[str]) -> dict[str, str]:
    """Return the bookmark name of each anchor.

    Word allows letters, digits and underscores, 40 of them, and does not distinguish capitals from small
    letters. An anchor that cannot be kept exactly gets a checksum, so that it differs from others.
    """
    names = {}
    for anchor in anchors:
        name = re.sub(r"[^a-z0-9]+", "_", anchor.lower())
        exact = name.replace("_", "-") == anchor and name[0].isalpha() and len(name) <= 40
        names[anchor] = name if exact else f"b_{name[:28]}_{crc32(anchor.encode(errors='replace')):08x}"
    return names


def write_page_slot(anchor: str) -> str:
    """Return the element that is replaced by the page number of an anchor once it is known."""
    return f'{SLOT_START}{escape(anchor)}"/>'


def fill_page_slots(xml: str, pages: Pages, show: Callable[[int], str]) -> str:
    """Replace each slot by the page number of its anchor, or by nothing if it is not known.

    The contents are at the beginning, and the long rest of a document has no slots.
    """
    shown = {escape(anchor): show(page) for anchor, page in pages.items()}
    end = xml.find("/>", xml.rfind(SLOT_START))
    return SLOT.sub(lambda slot: shown.get(slot[1], ""), xml[: end + 2]) + xml[end + 2 :]
