"""The block tree: a document before a writer turns it into a file.

Writers see only these values, so none of them knows the domain. The set is closed, so that a type checker can
prove that each writer handles all of it. `paths` names the fields of the file that a block shows, separated
by spaces, so that a change in a document can be led back to them.
"""

from __future__ import annotations

from typing import Literal

from eoi.document.inline import Inline
from eoi.document.look import PLAIN, Look
from eoi.frozen_value import FrozenValue

Role = Literal["body", "subtitle", "question"]
CalloutKind = Literal["note", "gap"]
TableKind = Literal["data", "details", "signatures"]
Scope = Literal["col", "row"]
ColumnKind = Literal["text", "figure", "money", "date"]
FIGURES: frozenset[ColumnKind] = frozenset({"figure", "money"})
Revision = Literal["", "inserted", "deleted"]
"""What became of a block since the version that a document is compared with; mostly nothing."""


class Heading(FrozenValue):
    """A heading. `level` 1 is the document's only title; 2 to 5 are its sections and parts.

    `number` is set for a numbered section: "4". Each writer lets its program count it. With `opens`, the
    heading begins a new page in formats that have pages.
    """

    level: int
    children: tuple[Inline, ...]
    anchor: str
    number: str = ""
    opens: bool = False
    paths: str = ""
    revision: Revision = ""


class Paragraph(FrozenValue):
    """A paragraph. `number` is set for a numbered one: "4.3", the third of section 4."""

    children: tuple[Inline, ...]
    role: Role = "body"
    number: str = ""
    anchor: str = ""
    paths: str = ""
    revision: Revision = ""


class BulletList(FrozenValue):
    """A list with bullets; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...]


class NumberedList(FrozenValue):
    """A list with numbers, the first of which is `start`."""

    items: tuple[tuple[Block, ...], ...]
    start: int = 1


class Quote(FrozenValue):
    """A quotation set apart from the text."""

    blocks: tuple[Block, ...]


class Callout(FrozenValue):
    """A message that the reader must see: a note, or a gap to complete with the path of its field."""

    kind: CalloutKind
    blocks: tuple[Block, ...]
    path: str = ""


class Cell(FrozenValue):
    """A cell of a table. `scope` is set for a heading: of a column in `head`, or else of a row.

    If a row or a column was added or deleted, each of its cells has that `revision`.
    """

    blocks: tuple[Block, ...]
    scope: Scope | None = None
    paths: str = ""
    revision: Revision = ""


class Table(FrozenValue):
    """A table, in which all rows have the same number of cells.

    `number` is set if the caption is numbered ("Table 2: ..."). A `details` table lists facts, and a
    `signatures` table leaves room to write; neither has a head. `shares` are the widths of the columns in per
    cent, or empty if their words decide. `row_paths` names the item of the file that each row shows.
    `columns` tells what each column holds; if empty, all hold words. The row labels of a `plain` table are
    sentences, so they are not emphasised. The last `kept` rows stay together on one page; in a small table
    these are all rows. The first `leading` rows stay on the page of the next one. A table that `leads`
    stays on the page of the next table.
    """

    caption: tuple[Inline, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchor: str = ""
    number: int | None = None
    kind: TableKind = "data"
    shares: tuple[int, ...] = ()
    paths: str = ""
    row_paths: tuple[str, ...] = ()
    columns: tuple[ColumnKind, ...] = ()
    revision: Revision = ""
    plain: bool = False
    kept: int = 0
    leading: int = 0
    leads: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the table stays on one page."""
        return bool(self.rows) and self.kept == len(self.rows)

    def aligns_right(self, column: int) -> bool:
        """Tell whether a column holds figures, which every format aligns digit below digit."""
        return bool(self.columns) and self.columns[column] in FIGURES


class Picture(FrozenValue):
    """An SVG file with its width and height in pixels; `narrow` is a version for a telephone's screen."""

    svg: str
    width: int
    height: int
    narrow: Picture | None = None


class Figure(FrozenValue):
    """A picture: `svg` is a whole SVG file of `width` by `height` pixels; `alt` says what it shows.

    `data` is a table with the same content for screens; it is not printed. `narrow` is a version for narrow
    screens. A deleted figure has no number. A figure `for_screen` repeats what a table or a sentence says, so
    it has no number and is not printed.
    """

    caption: tuple[Inline, ...]
    svg: str
    alt: str
    width: int
    height: int
    anchor: str
    number: int | None
    data: Table | None = None
    revision: Revision = ""
    narrow: Picture | None = None
    for_screen: bool = False


class Contents(FrozenValue):
    """The place of the table of contents; each writer fills it from the headings of levels 2 and 3."""


Block = Heading | Paragraph | BulletList | NumberedList | Quote | Callout | Table | Figure | Contents


class Properties(FrozenValue):
    """The properties of a file. `date` is written as 2014-06-20 and comes from the submission, not the clock.

    `identification` is printed at the foot of each page: the paper, its version, its date and who may read
    it. `paper` is the kind of document, `source_digest` the SHA-256 of the file it is built from, and
    `source` that file itself if the document may carry it.
    """

    title: str
    author: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    draft: bool = True
    identification: str = ""
    paper: str = ""
    source_digest: str = ""
    source: bytes = b""


class Revisions(FrozenValue):
    """The author and the day of the changes that a document marks; `since` names the earlier version."""

    author: str
    date: str
    since: str


class Document(FrozenValue):
    """A whole document: its properties, its blocks and its look.

    With `revisions`, its blocks also hold the marked words of an earlier version.
    """

    properties: Properties
    blocks: tuple[Block, ...]
    look: Look = PLAIN
    revisions: Revisions | None = None
