"""The outcome of reading a returned document: placed and unplaced changes, and a count of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from eoi.change import Change
from eoi.imports.comments import LeftComment


class ReturnedChange(Protocol):
    """A change as it was returned: the old and the new words, the author, and the place."""

    @property
    def was(self) -> str: ...
    @property
    def now(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def where(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlacedDifference:
    """A difference with the changes to the file that make the document read like this."""

    difference: ReturnedChange
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class UnplacedDifference:
    """A difference that could not be led to a field, with the reason.

    `nearest` is the nearest field. `template` is the line of a template that its words come from; both can be
    empty.
    """

    difference: ReturnedChange
    reason: str
    nearest: str
    template: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that has changed in the file too.

    It holds the old value, the value of the file, and the returned value.
    """

    placed: PlacedDifference
    was: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """The words of a document, or the cells of a workbook, counted as unchanged, placed or unplaced."""

    unchanged: int
    placed: int
    unplaced: int
    unit: str = "words"

    @property
    def total(self) -> int:
        return self.unchanged + self.placed + self.unplaced


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The changes, the conflicts and the other differences of one document, with the count of its words."""

    placed: tuple[PlacedDifference, ...]
    unplaced: tuple[UnplacedDifference, ...]
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
