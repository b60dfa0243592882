"""Changes typed in a workbook: a value set or cleared, a row added or removed, each with its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from eoi.source.nodes import Path, Plain
from eoi.workbook.rows import Held

ChangeKind = Literal["set", "clear", "list", "add", "insert", "remove"]


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell or a row that was changed: its old and new content, and its place."""

    was: str
    now: str
    where: str
    by: str = ""


@dataclass(slots=True)
class NewItem:
    """An item that the workbook adds. Rows of other sheets can add parts to it."""

    values: dict[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetChange:
    """A change from a workbook.

    `path` is that of the value; for a new row it is that of its list, or of the item below it. `before` holds
    the old items of a plain list, `item` is the item to add, and `cells` is the number of cells that state
    the change.
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
    """A cell or a row that cannot be used: the reason, the nearest field, and its number of cells."""

    seen: CellDifference
    reason: str
    nearest: str = ""
    cells: int = 1


@dataclass(frozen=True, slots=True)
class CellClash:
    """A conflict: a change of a value that the file has changed too, with its present value."""

    change: SheetChange
    mine: str


@dataclass(slots=True)
class WorkbookFindings:
    """The result of the comparison of a workbook.

    `paths` holds the field of each compared cell by the cell's name, and the item or field of each row.
    """

    changes: list[SheetChange] = field(default_factory=list)
    clashes: list[CellClash] = field(default_factory=list)
    unusable: list[UnusableCell] = field(default_factory=list)
    unchanged: int = 0
    paths: dict[str, Path] = field(default_factory=dict)
