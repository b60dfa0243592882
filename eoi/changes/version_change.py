"""A change from one version to the next: a field that changed, or an item that came, went or moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NamedTuple

from eoi.change import Change
from eoi.source.nodes import Path, path_text

ChangeKind = Literal["added", "removed", "changed", "moved"]


class Level(IntEnum):
    """The weight of a change for those who agreed to the version before.

    A major change touches what was decided: the form, the scope, money, an approval, the quorum, a reserved
    decision or an applicant. A change of wording leaves every fact as it was.
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
    """One change from an old version to a new one, which is `by` the file that makes it.

    `item` is what a reader knows the list item by, with the items that it is in before it; `field` names what
    changed of it, and is empty where the whole item came, went or moved. `was` and `now` are what the file
    says, empty for nothing. Each path and line is that of its own version, and the line is missing where the
    version says nothing. `pieces` are the words of a long text, marked; `growth` is by how much a
    figure grew or fell: `+0.5%`.
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
        """The place in the new version; for something that was removed, its place in the old one."""
        return path_text(self.was_path if self.kind == "removed" else self.now_path)
