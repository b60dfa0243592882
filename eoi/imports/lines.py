"""A returned document as lines: what a reader of Word or OpenDocument files finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

LineKind = Literal["paragraph", "heading", "bullet", "number", "contents", "note", "edge"]


class CellPlace(NamedTuple):
    """The place of a cell: its table in the document, its row and its column, each counted from 1."""

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
    """The author and the day of a tracked change."""

    by: str
    on: str = ""


BY_HAND = Revision("struck through")  # with the button for fonts: who did it is not known


class CommentedWords(NamedTuple):
    """The words of a line that a comment is about, with the key of the comment."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading or a list item.

    `number` counts the lines of a document from 1, in reading order. `marks` are the bookmarks of fields in
    it, and `revisions` its tracked changes. `cell` is its place in a table, or None.
    """

    number: int
    kind: LineKind
    runs: tuple[Run, ...]
    level: int = 0
    marks: tuple[str, ...] = ()
    cell: CellPlace | None = None
    revisions: tuple[Revision, ...] = ()
    commented: tuple[CommentedWords, ...] = ()

    @property
    def words(self) -> str:
        """The words with single spaces."""
        return " ".join("".join(run.words for run in self.runs).split())

    @property
    def faces(self) -> tuple[tuple[bool, bool, str, str], ...]:
        """The words of the line, split where bold, italics or the link change."""
        found: list[tuple[bool, bool, str, str]] = []
        for run in self.runs:
            words, face = " ".join(run.words.split()), (run.strong, run.emphasis, run.href.rstrip("/"))
            if words and found and found[-1][:3] == face:
                found[-1] = (*face, f"{found[-1][3]} {words}")
            elif words:
                found.append((*face, words))
        return tuple(found)

    @property
    def where(self) -> str:
        """The place of the line in words, for somebody who looks for it."""
        if self.cell:
            return f"table {self.cell.table}, row {self.cell.row}, column {self.cell.column}"
        if self.kind == "edge":
            return "the header or footer"
        return f"paragraph {self.number}"


@dataclass(frozen=True, slots=True)
class MarginComment:
    """A comment in the margin with its replies. `on` is a day, such as 2014-06-20."""

    by: str
    on: str
    text: str
    replies: tuple[MarginComment, ...] = ()
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedDocument:
    """A document that was returned.

    `digest` is that of the file it was built from, `paper` its kind, and `source` that file if the document
    carries it. All are empty for a document that eoi did not make. `gone` holds the lines that tracked
    changes remove. The lines refer to comments by their keys. With `letterhead`, its headers
    and footers are not from eoi.
    """

    lines: tuple[Line, ...]
    digest: str = ""
    paper: str = ""
    draft: bool = True
    source: bytes = b""
    gone: tuple[Line, ...] = ()
    comments: Mapping[str, MarginComment] = field(default_factory=dict)
    letterhead: bool = False

    def leave_out_edges(self) -> ReturnedDocument:
        """Return the document without its headers and footers."""
        return replace(self, lines=tuple(line for line in self.lines if line.kind != "edge"))
