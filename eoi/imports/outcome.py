"""The result of reading a returned document: placed and unplaced changes, and a count of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from eoi.change import Change
from eoi.imports.comments import LeftComment


class Seen(Protocol):
    """A place that came back changed: the old and the new words, the author, and the position."""

    @property
    def was(self) -> str: ...
    @property
    def now(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def where(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A difference with the changes to the file that make the document read so."""

    difference: Seen
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A difference that belongs to no field, or to one of several, with the reason.

    `template` is the template line of its words, if they come from one.
    """

    difference: Seen
    reason: str
    nearest: str
    template: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that has changed in the file as well.

    It has the value before, the one in the file now, and the one that came back.
    """

    placed: Placed
    was: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """The words of a document, or cells of a workbook: each is unchanged, or part of a difference."""

    unchanged: int
    placed: int
    unplaced: int
    unit: str = "words"

    @property
    def total(self) -> int:
        return self.unchanged + self.placed + self.unplaced


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The changes, the conflicts and the rest of one document, with the count of its words."""

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    conflicts: tuple[Conflict, ...]
    counts: ImportCounts
    comments: tuple[Change, ...] = ()
    left: tuple[LeftComment, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return (*(change for placed in self.placed for change in placed.changes), *self.comments)

    @property
    def is_empty(self) -> bool:
        return not (self.placed or self.unplaced or self.conflicts or self.comments or self.left)
