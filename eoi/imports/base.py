"""The file that a document was built from, and that document built again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from eoi.document.blocks import Document, Figure, Heading, Paragraph
from eoi.document.inline import Remark, RemarkedWords
from eoi.document.render import make_paper
from eoi.document.subset.inlines import read_plain_words
from eoi.document.templating.field_paths import read_known_path
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.examined import ExaminedSubmission
from eoi.imports.archive import CannotImport
from eoi.imports.lines import Line, ReturnedDocument
from eoi.papers import list_papers
from eoi.pipeline import examine
from eoi.source import Source
from eoi.source.nodes import Node, Scalar
from eoi.source.paths import follow_path
from eoi.submission import MARKDOWN
from eoi.submission.model import MarginRemark
from eoi.submission.walk import find_field_at
from eoi.writers import find_writer
from eoi.writers.seal import name_field_mark

Read = Callable[[bytes, bool], ReturnedDocument]


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A document as eoi builds it.

    `lines` are what a reader finds in it, and `fields` gives the fields that each bookmark leads to.
    `remarks` are all remarks in its margin, and `carried` those that the file has from an earlier draft.
    `pictured` holds the rows of tables that are printed only as pictures.
    """

    source: Source
    lines: tuple[Line, ...]
    fields: dict[str, tuple[str, ...]]
    remarks: tuple[Remark, ...] = ()
    carried: tuple[MarginRemark, ...] = ()
    pictured: frozenset[tuple[str, ...]] = frozenset()
    examined: ExaminedSubmission | None = None

    def node_at(self, path: str) -> Node | None:
        """Return the value at a path in the file; return None if there is none."""
        tree, steps = self.source.tree, read_known_path(path)
        found = follow_path(tree, steps) if tree is not None else []
        return found[-1][0] if len(found) == len(steps) else None

    def is_prose(self, path: str) -> bool:
        """Tell whether a field holds a text of several paragraphs."""
        field = find_field_at(read_known_path(path))
        return field is not None and field.kind is MARKDOWN and isinstance(self.node_at(path), Scalar)

    def paths_of(self, line: Line) -> tuple[str, ...]:
        """Return the fields that a line shows, by the bookmarks in it."""
        found = (self.fields.get(mark.rpartition("_")[0], ()) for mark in line.marks)
        return tuple(dict.fromkeys(path for paths in found for path in paths))


@dataclass(frozen=True, slots=True)
class DocumentBuilder:
    """A builder of the returned kind of document, in the format in which it was returned.

    With `letterhead`, its headers and footers are left out.
    """

    paper: str
    final: bool
    format: str
    read: Read
    templates: Templates = SHIPPED
    letterhead: bool = False

    def build(self, raw: bytes, name: str) -> BuiltDocument:
        """Build the document from the bytes of a file; raise `CannotImport` if that is impossible."""
        examined = examine_whole(raw, name)
        tree = make_paper(self.paper, examined, self.final, self.templates)
        document = self.read(find_writer(self.format).write(tree), False)
        return BuiltDocument(
            examined.source,
            (document.leave_out_edges() if self.letterhead else document).lines,
            list_fields_by_mark(tree),
            list_remarks(tree),
            examined.submission.remarks,
            frozenset(list_rows_behind_figures(tree)),
            examined,
        )


def examine_whole(raw: bytes, name: str) -> ExaminedSubmission:
    """Read a file; raise `CannotImport` if that is impossible."""
    examined = examine(raw, name)
    if not isinstance(examined, ExaminedSubmission):
        line = examined.findings[0].span.start.line
        raise CannotImport(f"{name} cannot be read (line {line}); eoi check says why")
    return examined


def list_fields_by_mark(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the fields that bookmarks lead to, by the beginnings of the bookmarks' names."""
    shown = {block.paths for block in walk_blocks(document.blocks) if isinstance(block, Heading | Paragraph)}
    return {name_field_mark(paths): tuple(paths.split()) for paths in shown if paths}


def list_remarks(document: Document) -> tuple[Remark, ...]:
    """Return the remarks in the margin of a document."""
    return tuple(
        remark
        for block in walk_blocks(document.blocks)
        for inline in walk_inlines(list_own_inlines(block))
        if isinstance(inline, RemarkedWords)
        for remark in inline.remarks
    )


def list_rows_behind_figures(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield the words of each row in the tables that figures are drawn from."""
    for block in walk_blocks(document.blocks):
        if isinstance(block, Figure) and block.data:
            for row in block.data.rows:
                cells = (walk_blocks(cell.blocks) for cell in row)
                yield tuple(
                    " ".join(read_plain_words(list_own_inlines(one)) for one in cell) for cell in cells
                )


def find_base(returned: ReturnedDocument, files: Iterable[bytes]) -> bytes:
    """Return the file that the document was built from: one of `files`, or the copy inside the document.

    Raise `CannotImport` if none of them has its digest.
    """
    for raw in (*files, returned.source):
        if sha256(raw).hexdigest() == returned.digest:
            return raw
    raise CannotImport(
        "it was built from another version of the submission, and carries no copy of it; "
        "give that version with --base"
    )


def is_eoi_document(returned: ReturnedDocument) -> bool:
    """Tell whether eoi made the document."""
    return bool(returned.digest) and returned.paper in list_papers()
