"""What the text of a document asks of its other parts, noted down while the text is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from eoi.document.blocks import Document, Figure, Heading, Table
from eoi.document.walk import walk
from eoi.writers.docx.xml import tag

FIRST_FREE_NUMBER = 10  # those below are in numbering.xml


@dataclass(frozen=True, slots=True)
class Numbering:
    """One numbered list: Word counts on from list to list unless each is an instance of its own."""

    number: int
    level: int
    start: int
    in_cell: bool


@dataclass(slots=True)
class Ledger:
    headings: tuple[Heading, ...]
    bookmarks: dict[str, str]
    links: dict[str, str] = field(default_factory=dict)
    numberings: list[Numbering] = field(default_factory=list)
    _placed: set[str] = field(default_factory=set)
    _last_table: int = 0

    @classmethod
    def of(cls, document: Document) -> Ledger:
        blocks = list(walk(document.blocks))
        anchors = (
            block.anchor for block in blocks if isinstance(block, Heading | Table | Figure) and block.anchor
        )
        return cls(tuple(block for block in blocks if isinstance(block, Heading)), bookmark_names(anchors))

    def link(self, address: str) -> str:
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def numbering(self, level: int, start: int, in_cell: bool) -> int:
        number = FIRST_FREE_NUMBER + len(self.numberings)
        self.numberings.append(Numbering(number, level, start, in_cell))
        return number

    def counts_on(self, table: int) -> bool:
        expected = self._last_table + 1
        self._last_table = table
        return table == expected

    def bookmarked(self, anchor: str, content: str) -> str:
        """An anchor used twice marks its first place only: Word drops a second bookmark of one name."""
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        number = len(self._placed)
        start = tag("bookmarkStart", id=number, name=self.bookmarks[anchor])
        return start + content + tag("bookmarkEnd", id=number)


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Word allows letters, digits and underscores, 40 of them, and does not tell capitals from small letters;
    an anchor that loses something on the way keeps apart by its checksum."""
    names = {}
    for anchor in anchors:
        name = re.sub(r"[^a-z0-9]+", "_", anchor.lower())
        exact = name.replace("_", "-") == anchor and name[0].isalpha() and len(name) <= 40
        names[anchor] = name if exact else f"b_{name[:28]}_{crc32(anchor.encode(errors='replace')):08x}"
    return names
