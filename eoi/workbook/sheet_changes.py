"""Changes typed in a workbook: a value set or cleared, a row added or removed, each with its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from eoi.source.nodes import Path, Plain
from eoi.workbook.rows import Held

ChangeKind = Literal["set", "clear", "list", "add", "insert", "remove"]


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell or a row that came back changed: its old and new content, and its position."""

    was: str
    now: str
    where: str
    by: str = ""


@dataclass(slots=True)
class NewItem:
    """An item that the workbook adds, in which rows of other sheets can put more."""

    values: dict[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetChange:
    """One change. `path` is of the value, of the list that gets a row, or of the item below a new row.

    `before` are the items of a plain list that the change replaces, `item` the row to add, and `cells` the
    number of cells that state the change.
    """

    kind: ChangeKind
    path: Path
    seen: CellDifference
    value: str = ""
    items: tuple[str, ...] = ()
    before: Held = ""
    item: NewItem | None = None
    cells: int = 1


@dataclass(frozen=True, slots=True)
class UnusableCell:
    """A cell or a row that cannot be used, with the reason, the nearest field, and how many cells it is."""

    seen: CellDifference
    reason: str
    nearest: str = ""
    cells: int = 1


@dataclass(frozen=True, slots=True)
class CellClash:
    """A value that the file has changed as well, with its present value."""

    change: SheetChange
    mine: str


@dataclass(slots=True)
class WorkbookFindings:
    """The result of the comparison of a workbook."""

    changes: list[SheetChange] = field(default_factory=list)
    clashes: list[CellClash] = field(default_factory=list)
    unusable: list[UnusableCell] = field(default_factory=list)
    unchanged: int = 0
