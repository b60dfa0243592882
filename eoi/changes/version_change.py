"""A change from one version to the next: of a field, or of an item that was added, removed or moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NamedTuple

from eoi.change import Change
from eoi.source.nodes import Path
from eoi.source.paths import write_path

ChangeKind = Literal["added", "removed", "changed", "moved"]


class Level(IntEnum):
    """The importance of a change to those who agreed to the earlier version.

    A major change is in something that was decided: the form, the scope, money, an approval, the quorum, a
    reserved decision or an applicant. A change of wording leaves every field and every
    figure in a text as it was.
    """

    WORDING = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


# The words for an item that has a name and nothing else.
NAMED = "named"


class Piece(NamedTuple):
    """Some words of a long text: `=` in both versions, `-` in the old one only, `+` in the new one only."""

    sign: Literal["=", "-", "+"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange(Change):
    """One change from an old version to a new one. `by` is the new file.

    `item` has the names of the list item and of the items that contain it. `field` names the changed field,
    and is empty for a whole item. `was` and `now` are the values, empty if there is none. Each path and line
    is of its own version, and a line is None if that version has no value. `pieces` are the marked words of a
    long text. `growth` is the change of a figure, such as `+0.5%`.
    """

    kind: ChangeKind
    level: Level
    section: str
    item: tuple[str, ...]
    field: str
    was_path: Path
    now_path: Path
    was_line: int | None = None
    now_line: int | None = None
    pieces: tuple[Piece, ...] = ()
    growth: str = ""

    @property
    def path(self) -> str:
        """Return the place in the new version or, for something that was removed, in the old one."""
        return write_path(self.was_path if self.kind == "removed" else self.now_path)
