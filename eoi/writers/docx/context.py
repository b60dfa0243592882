"""The notes from the writer of the text for the other parts of a Word file."""

from __future__ import annotations

from copy import copy
from itertools import count
from typing import NamedTuple

from eoi.document.blocks import Document, Remark
from eoi.writers.anchors import Anchors
from eoi.writers.docx.xml import tag

FIRST_FREE_NUMBER = 10  # those below are in numbering.xml


class Numbering(NamedTuple):
    """One numbered list: Word counts on from list to list unless each is an instance of its own."""

    number: int
    level: int
    start: int
    in_cell: bool


class WordContext(Anchors):
    """`links` are those of the part being written, `answered` the comment that each reply answers."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.revisions = document.revisions
        self.links: dict[str, str] = {}
        self.numberings: list[Numbering] = []
        self.comments: dict[int, Remark] = {}
        self.answered: dict[int, int] = {}
        self.footnotes: list[str] = []
        self.note_links: dict[str, str] = {}
        self.in_note = False
        self._placed: set[str] = set()
        self._marks = count(1)

    def of_notes(self) -> WordContext:
        """Copy the context for text that goes to the part of the footnotes."""
        notes = copy(self)
        notes.links, notes.in_note = self.note_links, True
        return notes

    def take_number(self) -> int:
        """Return a new number for a bookmark, comment, control or picture. No two of any kind share one."""
        return next(self._marks)

    def link(self, address: str) -> str:
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def comment(self, remark: Remark) -> int:
        number = self.take_number()
        self.comments[number] = remark
        for reply in remark.replies:
            self.answered[self.comment(reply)] = number
        return number

    def numbering(self, level: int, start: int, in_cell: bool) -> int:
        number = FIRST_FREE_NUMBER + len(self.numberings)
        self.numberings.append(Numbering(number, level, start, in_cell))
        return number

    def mark_field(self, paths: str, content: str) -> str:
        """Put the bookmark of its fields before a line."""
        if not (name := self.field_mark(paths)):
            return content
        number = self.take_number()
        return tag("bookmarkStart", id=number, name=name) + tag("bookmarkEnd", id=number) + content

    def add_bookmark(self, anchor: str, content: str) -> str:
        """Put a bookmark around content.

        Only the first place of an anchor gets one: Word drops a second of its name.
        """
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        number = self.take_number()
        start = tag("bookmarkStart", id=number, name=self.bookmarks[anchor])
        return start + content + tag("bookmarkEnd", id=number)
