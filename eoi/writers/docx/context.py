"""Facts that the writer of the text collects for the other parts of a Word file."""

from __future__ import annotations

from copy import copy
from itertools import count

from eoi.document.blocks import Document
from eoi.document.inline import Remark
from eoi.frozen_value import FrozenValue
from eoi.writers.anchors import Anchors

FIRST_FREE_NUMBER = 10  # numbering.xml uses the lower ones


class Numbering(FrozenValue):
    """A numbered list.

    Word would continue its numbers from the list before if it were not a separate instance.
    """

    number: int
    level: int
    start: int
    in_cell: bool


class WordContext(Anchors):
    """The state of a Word document while it is written.

    `links` holds the addresses of the part that is being written, `comments` the remarks by number, and
    `answered` for each reply the number of the comment that it answers.
    """

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
        """Return a context for text that goes to the part with the footnotes."""
        notes = copy(self)
        notes.links, notes.in_note = self.note_links, True
        return notes

    def take_number(self) -> int:
        """Return a new number for a bookmark, comment, control or picture. No number is used twice."""
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

    def bookmark_of_fields(self, paths: str) -> str:
        """Return the bookmark that stands before a line for the fields that it shows, if it shows any."""
        return "".join(self.number_bookmark(name)) if (name := self.field_mark(paths)) else ""

    def bookmark_ends(self, anchor: str) -> tuple[str, str]:
        """Return what begins and what ends the bookmark of an anchor.

        Only the first place with an anchor gets one, since Word drops a second bookmark of the same name.
        """
        if not anchor or anchor in self._placed:
            return "", ""
        self._placed.add(anchor)
        return self.number_bookmark(self.bookmarks[anchor])

    def number_bookmark(self, name: str) -> tuple[str, str]:
        number = self.take_number()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
