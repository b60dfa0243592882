"""Anchors in a document: its headings, tables and figures, with the names of their bookmarks and their pages.

Only a program that lays pages out can know the page of an anchor. A Word document has it from the PDF of the
same document, if there is one, until Word computes its own. The XML has a slot for each: an element, so that
no text can be mistaken for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from zlib import crc32

from eoi.document.blocks import Document, Figure, Heading, Paragraph, Table
from eoi.document.walk import walk_blocks
from eoi.writers.seal import name_field_mark
from eoi.writers.text import escape

Pages = Mapping[str, int]  # of the PDF, by anchor
UNKNOWN: Pages = {}
SLOT = re.compile(r'<page of="([^"]*)"/>')


class Anchors:
    """`labelled` are the anchors of captions with a number, `counted` of sections and paragraphs with one.

    Pictures are numbered, equal ones once.
    """

    def __init__(self, document: Document) -> None:
        blocks = list(walk_blocks(document.blocks))
        anchored = [
            block
            for block in blocks
            if isinstance(block, Heading | Paragraph | Table | Figure) and block.anchor
        ]
        numbered = (block for block in anchored if isinstance(block, Table | Figure))
        counted = (block for block in anchored if isinstance(block, Heading | Paragraph))
        figures = dict.fromkeys(block for block in blocks if isinstance(block, Figure))
        self.headings = tuple(
            block for block in blocks if isinstance(block, Heading) and block.revision != "deleted"
        )
        self.bookmarks = bookmark_names(block.anchor for block in anchored)
        self.labelled = frozenset(block.anchor for block in numbered if block.number is not None)
        self.counted = frozenset(block.anchor for block in counted if block.number)
        self.pictures = {figure: number for number, figure in enumerate(figures, 1)}
        self._last: dict[str, int] = {}
        self._fields = Counter[str]()

    def field_mark(self, paths: str) -> str:
        """Return the name of a bookmark that leads a line back to the fields it shows, none for no field.

        Programs that read aloud do not read it.
        """
        if not paths:
            return ""
        key = name_field_mark(paths)
        self._fields[key] += 1
        return f"{key}_{self._fields[key]}"

    def counts_on(self, label: str, number: int) -> bool:
        """Tell whether a caption's number follows the last number with its label."""
        expected = self._last.get(label, 0) + 1
        self._last[label] = number
        return number == expected


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Word allows letters, digits and underscores, 40 of them, and does not tell capitals from small letters.

    An anchor that loses something on the way keeps apart by its checksum.
    """
    names = {}
    for anchor in anchors:
        name = re.sub(r"[^a-z0-9]+", "_", anchor.lower())
        exact = name.replace("_", "-") == anchor and name[0].isalpha() and len(name) <= 40
        names[anchor] = name if exact else f"b_{name[:28]}_{crc32(anchor.encode(errors='replace')):08x}"
    return names


def page_slot(anchor: str) -> str:
    """Return the mark that stands for the page number of an anchor until pages are known."""
    return f'<page of="{escape(anchor)}"/>'


def fill_page_slots(xml: str, pages: Pages, show: Callable[[int], str]) -> str:
    """Put the page of each anchor into its slot, and nothing if it is not known."""
    shown = {escape(anchor): show(page) for anchor, page in pages.items()}
    return SLOT.sub(lambda slot: shown.get(slot[1], ""), xml)
