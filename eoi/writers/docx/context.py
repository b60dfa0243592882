"""The notes that the writer of the text takes for the other parts of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from eoi.document.blocks import Remark, Revisions
from eoi.writers.anchors import Anchors
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
class WordContext(Anchors):
    """`links` are those of the part being written, `answered` the comment that each reply answers."""

    links: dict[str, str] = field(default_factory=dict)
    numberings: list[Numbering] = field(default_factory=list)
    comments: dict[int, Remark] = field(default_factory=dict)
    answered: dict[int, int] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    note_links: dict[str, str] = field(default_factory=dict)
    in_note: bool = False
    revisions: Revisions | None = None
    _placed: set[str] = field(default_factory=set)
    _marks: Iterator[int] = field(default_factory=lambda: count(1))

    def of_notes(self) -> WordContext:
        """Copy the context for text that goes to the part of the footnotes."""
        return replace(self, links=self.note_links, in_note=True)

    def mark(self) -> int:
        """Return a new number for a bookmark, comment, control or picture. No two of any kind share one."""
        return next(self._marks)

    def link(self, address: str) -> str:
        return self.links.setdefault(address, f"link{len(self.links) + 1}")

    def comment(self, remark: Remark) -> int:
        number = self.mark()
        self.comments[number] = remark
        for reply in remark.replies:
            self.answered[self.comment(reply)] = number
        return number

    def numbering(self, level: int, start: int, in_cell: bool) -> int:
        number = FIRST_FREE_NUMBER + len(self.numberings)
        self.numberings.append(Numbering(number, level, start, in_cell))
        return number

    def marked(self, paths: str, content: str) -> str:
        """Put the bookmark of its fields before a line."""
        if not (name := self.field_mark(paths)):
            return content
        number = self.mark()
        return tag("bookmarkStart", id=number, name=name) + tag("bookmarkEnd", id=number) + content

    def bookmarked(self, anchor: str, content: str) -> str:
        """Put a bookmark around content.

        Only the first place of an anchor gets one: Word drops a second of its name.
        """
        if not anchor or anchor in self._placed:
            return content
        self._placed.add(anchor)
        number = self.mark()
        start = tag("bookmarkStart", id=number, name=self.bookmarks[anchor])
        return start + content + tag("bookmarkEnd", id=number)
