"""The block tree: what a document is before a writer turns it into a file.

Writers see only these values, so none of them knows the domain, and the set is closed, so that
a type checker can prove that each writer handles all of it. `paths` names the fields of the file that a block
shows, separated by spaces, so that what is changed in a document can be led back to them.
"""

from __future__ import annotations

from typing import Literal

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


class Text(FrozenValue):
    """Words of the printed text."""

    text: str


class Strong(FrozenValue):
    """Words in bold."""

    children: tuple[Inline, ...]


class Emphasis(FrozenValue):
    """Words in italics."""

    children: tuple[Inline, ...]


class Code(FrozenValue):
    """Words of a file or a command, in a fixed width."""

    text: str


class Link(FrozenValue):
    """`href` is `#anchor` of a heading or table in the same document, or an http, https or mailto address.

    The mark of a comment, which is raised, has an `anchor` of its own, so that the comment leads back to it.
    """

    href: str
    children: tuple[Inline, ...]
    anchor: str = ""


class Reference(FrozenValue):
    """Leads to something numbered and names it: "Table 2", or "4.3" for a paragraph."""

    anchor: str
    text: str


class Footnote(FrozenValue):
    """A source in a footnote. Each writer numbers them in order and puts them where its readers look."""

    children: tuple[Inline, ...]


class Checkbox(FrozenValue):
    """A box to tick, empty or ticked."""

    checked: bool

    @property
    def glyph(self) -> str:
        return "☑" if self.checked else "☐"


class Remark(FrozenValue):
    """A remark in the margin: its subject and its words, a paragraph each.

    One that stands `on_mark` of a gap only says where in the file to write what the mark asks for. `about`
    are the fields that it asks for, which can be waived. One that a person made says `by` whom and `on` which
    day, as 2014-06-20; the replies to it are remarks too.
    """

    title: str
    paragraphs: tuple[str, ...]
    on_mark: bool = False
    about: tuple[str, ...] = ()
    by: str = ""
    on: str = ""
    replies: tuple[Remark, ...] = ()
    resolved: bool = False

    @property
    def in_full(self) -> tuple[str, ...]:
        """Return its paragraphs with those of the replies, for a format that has no threads."""
        replies = (f"{reply.title}: {' '.join(reply.paragraphs)}" for reply in self.replies)
        return (*self.paragraphs, *replies)


class Remarked(FrozenValue):
    """The words that remarks are about. Remarks are no part of the text.

    A writer with no margin puts them in an annex.
    """

    children: tuple[Inline, ...]
    remarks: tuple[Remark, ...]


class Inserted(FrozenValue):
    """Words that an earlier version had not. `move` is set where it had them elsewhere; see `Deleted`."""

    children: tuple[Inline, ...]
    move: str = ""


class Deleted(FrozenValue):
    """Words that an earlier version had. They are no part of the text, and are only shown.

    Those that stand elsewhere now have a `move`, a name that only the other place of their line has too.
    """

    children: tuple[Inline, ...]
    move: str = ""


class LineBreak(FrozenValue):
    """A new line in the same paragraph."""


class Heading(FrozenValue):
    """`level` 1 is the document's title, once; 2 to 5 are its sections and parts.

    `number` is that of a numbered section: "4". Each writer lets its program count it. One that `opens`
    begins a page where there are pages.
    """

    level: int
    children: tuple[Inline, ...]
    anchor: str
    number: str = ""
    opens: bool = False
    paths: str = ""
    revision: Revision = ""


class Paragraph(FrozenValue):
    """`number` is that of a numbered paragraph: "4.3", the third of section 4."""

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
    """A quotation that stands apart."""

    blocks: tuple[Block, ...]


class Callout(FrozenValue):
    """A message the reader must see: a gap to complete (with the YAML path that fills it) or a note."""

    kind: CalloutKind
    blocks: tuple[Block, ...]
    path: str = ""


class Cell(FrozenValue):
    """`scope` is set on header cells: of a column (in `head`) or of a row.

    A row that came or went has that `revision` in each of its cells, and so has a column.
    """

    blocks: tuple[Block, ...]
    scope: Scope | None = None
    paths: str = ""
    revision: Revision = ""


class Table(FrozenValue):
    """Rows all have the same number of cells.

    `number` is set where the caption is numbered ("Table 2: ..."). A `details` table lists facts,
    a `signatures` table leaves room to write; neither has a head. `shares` are the percentages of the
    width that its columns take, where something other than its own words decides. `row_paths` names, for
    each row, the item of the file that it shows. `columns` says what each column holds; without it, all hold
    words. The labels of `plain` rows are sentences, which do not stand out. As many of its last rows as are
    `kept` stay on one page: all of them where the table is small.
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

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the table stays on one page."""
        return bool(self.rows) and self.kept == len(self.rows)

    def aligns_right(self, column: int) -> bool:
        """Tell whether a column holds figures: these are compared digit below digit, in every format."""
        return bool(self.columns) and self.columns[column] in FIGURES


class Picture(FrozenValue):
    """A whole SVG file, and its size in pixels; `narrow` shows the same on a telephone."""

    svg: str
    width: int
    height: int
    narrow: Picture | None = None


class Figure(FrozenValue):
    """A picture: `svg` is a whole SVG file of `width` by `height` pixels; `alt` says what it shows.

    `data` is the table behind it, for a screen: on paper the same is not said twice. `narrow` shows the same
    where a screen has no room for it. One that was deleted has no number any more.

    One `for_screen` shows what a table or a sentence says, so it has no number, and is not printed.
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


Inline = (
    Text
    | Strong
    | Emphasis
    | Code
    | Link
    | Reference
    | Footnote
    | Checkbox
    | Remarked
    | Inserted
    | Deleted
    | LineBreak
)
Block = Heading | Paragraph | BulletList | NumberedList | Quote | Callout | Table | Figure | Contents


class Properties(FrozenValue):
    """The properties of a file. `date` is ISO; it comes from the submission, never from the clock.

    `identification` stands at the foot of each page: the paper, its version, its date and who may read it.
    `paper` is the kind of document, `source_digest` the SHA-256 of the file it is built from, and `source`
    that file itself, where a document may carry it.
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
    """Who made the changes that a document marks, and on which day; `since` names the earlier version."""

    author: str
    date: str
    since: str


class Document(FrozenValue):
    """A whole document: its properties, its blocks and its look.

    With `revisions`, its blocks also hold what an earlier version said, marked.
    """

    properties: Properties
    blocks: tuple[Block, ...]
    look: Look = PLAIN
    revisions: Revisions | None = None
