"""A returned document, as lines: the content that a reader of Word or OpenDocument files finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

LineKind = Literal["paragraph", "heading", "bullet", "number", "contents", "note", "edge"]


class CellPlace(NamedTuple):
    """A cell: its table in the document, its row and its column, counted from one."""

    table: int
    row: int
    column: int


class Run(NamedTuple):
    """Words of one line with the same formatting. `href` is the target of their link."""

    words: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


class Revision(NamedTuple):
    """Who tracked a change, and the day."""

    by: str
    on: str = ""


class Commented(NamedTuple):
    """Words of a line that a comment is about, by the key of the comment."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or list item, in reading order.

    `number` counts the lines of a document from one. `marks` are the bookmarks of fields in it. `revisions`
    are the tracked changes in it. `cell` is set in a table.
    """

    number: int
    kind: LineKind
    runs: tuple[Run, ...]
    level: int = 0
    marks: tuple[str, ...] = ()
    cell: CellPlace | None = None
    revisions: tuple[Revision, ...] = ()
    commented: tuple[Commented, ...] = ()

    @property
    def words(self) -> str:
        """Return the words with single spaces."""
        return " ".join("".join(run.words for run in self.runs).split())

    @property
    def faces(self) -> tuple[tuple[bool, bool, str, str], ...]:
        """Return the words of a line by formatting: bold, italics or a link."""
        found = list[tuple[bool, bool, str, str]]()
        for run in self.runs:
            words, face = " ".join(run.words.split()), (run.strong, run.emphasis, run.href.rstrip("/"))
            if words and found and found[-1][:3] == face:
                found[-1] = (*face, f"{found[-1][3]} {words}")
            elif words:
                found.append((*face, words))
        return tuple(found)

    @property
    def where(self) -> str:
        """Say where the line stands, in the words of somebody who looks for it."""
        if self.cell:
            return f"table {self.cell.table}, row {self.cell.row}, column {self.cell.column}"
        if self.kind == "edge":
            return "the header or footer"
        return f"paragraph {self.number}"


@dataclass(frozen=True, slots=True)
class MarginComment:
    """A comment in the margin, with the replies to it. `on` is a day, as 2014-06-20."""

    by: str
    on: str
    text: str
    replies: tuple[MarginComment, ...] = ()
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A document that came back.

    `digest` is that of the file it was built from, `paper` its kind, and `source` that file, if the document
    carries it. All are empty for a document that eoi did not write. `gone` are the lines that tracked changes
    take out. The comments have the keys that lines name.
    """

    lines: tuple[Line, ...]
    digest: str = ""
    paper: str = ""
    draft: bool = True
    source: bytes = b""
    gone: tuple[Line, ...] = ()
    comments: Mapping[str, MarginComment] = field(default_factory=dict)
