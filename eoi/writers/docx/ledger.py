"""What the text of a document asks of its other parts, noted down while the text is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from zlib import crc32

from eoi.document.blocks import Document, Figure, Heading, Remark, Table
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
    """`labelled` are the anchors of captions with a number; `links` those of the part being written."""

    headings: tuple[Heading, ...]
    bookmarks: dict[str, str]
    labelled: frozenset[str]
    pictures: dict[Figure, int]
    links: dict[str, str] = field(default_factory=dict)
    numberings: list[Numbering] = field(default_factory=list)
    comments: dict[int, Remark] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    note_links: dict[str, str] = field(default_factory=dict)
    in_note: bool = False
    _placed: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)
    _marks: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, document: Document) -> Ledger:
        blocks = list(walk(document.blocks))
        anchored = [block for block in blocks if isinstance(block, Heading | Table | Figure) and block.anchor]
        numbered = (block for block in anchored if not isinstance(block, Heading))
        figures = dict.fromkeys(block for block in blocks if isinstance(block, Figure))
        return cls(
            tuple(block for block in blocks if isinstance(block, Heading)),
            bookmark_names(block.anchor for block in anchored),
            frozenset(block.anchor for block in numbered if block.number is not None),
            {figure: number for number, figure in enumerate(figures, 1)},
        )

    def of_notes(self) -> Ledger:
        """The same, for text that goes to the part of the footnotes."""
        return replace(self, links=self.note_links, in_note=True)

    def mark(self) -> int:
        """A number for a bookmark, comment, control or picture: no two of any kind share one."""
        return next(self._marks)

    def link(self, address: str) -> str:
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def comment(self, remark: Remark) -> int:
        number = self.mark()
        self.comments[number] = remark
        return number

    def numbering(self, level: int, start: int, in_cell: bool) -> int:
        number = FIRST_FREE_NUMBER + len(self.numberings)
        self.numberings.append(Numbering(number, level, start, in_cell))
        return number

    def counts_on(self, label: str, number: int) -> bool:
        expected = self._last.get(label, 0) + 1
        self._last[label] = number
        return number == expected

    def bookmarked(self, anchor: str, content: str) -> str:
        """An anchor used twice marks its first place only: Word drops a second bookmark of one name."""
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        number = self.mark()
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
