"""The reader of Word files: paragraphs, lists, tables, text boxes and notes.

Tracked changes are accepted or rejected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from eoi.expressions import Expression
from eoi.imports.archive import open_archive, read_xml
from eoi.imports.drafts import DraftParagraph, finish_lines, is_struck_by_hand, keep_each_once
from eoi.imports.lines import CellPlace, CommentedWords, ReturnedDocument, Run
from eoi.imports.word_elements import (
    COMES,
    COMPATIBILITY,
    FALLBACK,
    GOES,
    WRAPPERS,
    count_covered_columns,
    has_switch,
    is_struck,
    list_deleted_words,
    list_rows_or_cells,
    list_text_boxes,
    list_tracked_revisions,
    make_revision,
    read_comments,
    read_words_of_run,
)
from eoi.imports.word_parts import (
    ParagraphKinds,
    W,
    is_draft,
    link_targets,
    read_carried_source,
    read_properties,
)
from eoi.writers.seal import FIELD_MARK, LETTERHEAD, PAPER, SOURCE_DIGEST

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTES = ("footnotes", "endnotes")
EDGE = Expression(r"word/(?:header|footer)\d{0,3}\.xml")


def read_word(raw: bytes, rejected: bool = False) -> ReturnedDocument:
    """Read a Word file; raise `CannotImport` if that is impossible.

    Tracked changes are accepted, unless `rejected` is true.
    """
    parts = open_archive(raw)
    body = read_xml(parts, "word/document.xml").find(f"{W}body")
    reader = WordReader(ParagraphKinds.in_file(parts), link_targets(parts), rejected)
    drafts = [*reader.drafts_in(body, None)] if body is not None else []
    notes, edges = reader.notes_in(parts), keep_each_once(reader.edges_in(parts))
    lines, gone = finish_lines([*drafts, *notes, *edges])
    found = read_properties(parts)
    return ReturnedDocument(
        lines,
        found.get(SOURCE_DIGEST, ""),
        found.get(PAPER, ""),
        is_draft(parts, found),
        read_carried_source(parts, found),
        gone,
        read_comments(parts),
        bool(found.get(LETTERHEAD)),
    )


@dataclass(slots=True)
class WordReader:
    """A reader of one document.

    `links` has the address for a key. `fields` tells for each open field whether its result has begun. `open`
    holds the keys of the comments on the words being read. `shows_fields` is false where fields show only
    page numbers.
    """

    kinds: ParagraphKinds
    links: Mapping[str, str]
    rejected: bool
    tables: int = 0
    shows_fields: bool = True
    fields: list[bool] = field(default_factory=list)
    open: dict[str, None] = field(default_factory=dict)

    def drafts_in(self, parent: Element, cell: CellPlace | None) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of the body, a cell or a text box, and those of the tables in it."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self.read_paragraph(child, cell)
            elif child.tag == f"{W}tbl":
                yield from self.read_table(child)
            elif child.tag in WRAPPERS | COMES | GOES:
                yield from self.drafts_in(child, cell)
            else:
                self.follow_comment(child, None)

    def notes_in(self, parts: Mapping[str, bytes]) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of footnotes and endnotes, without the lines that Word draws above them."""
        for name in NOTES:
            if f"word/{name}.xml" not in parts:
                continue
            self.links = link_targets(parts, name)
            for note in read_xml(parts, f"word/{name}.xml"):
                if note.get(f"{W}type", "normal") == "normal":
                    for draft in self.drafts_in(note, None):
                        draft.kind = "note"
                        yield draft

    def edges_in(self, parts: Mapping[str, bytes]) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of headers and footers, without the numbers of pages."""
        self.shows_fields = False
        for name in sorted(parts):
            if EDGE.fullmatch(name):
                yield from self.drafts_in(read_xml(parts, name), None)

    def read_table(self, table: Element) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of a table, cell by cell."""
        self.tables += 1
        here, number = self.tables, 0
        for row in list_rows_or_cells(table, f"{W}tr"):
            change = row.find(f"{W}trPr/{W}{'ins' if self.rejected else 'del'}")
            number += change is None
            drafts = list(self.read_row(row, here, number))
            is_gone = change is not None or is_struck_by_hand(drafts)
            number -= is_gone and change is None
            for draft in drafts:
                draft.is_gone = is_gone
                yield draft

    def read_row(self, row: Element, table: int, number: int) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of a row, cell by cell."""
        column = 0
        for cell in list_rows_or_cells(row, f"{W}tc"):
            column += 1
            for draft in self.drafts_in(cell, CellPlace(table, number, column)):
                draft.revisions += list_tracked_revisions(row.find(f"{W}trPr"))
                yield draft
            column += count_covered_columns(cell) - 1

    def read_paragraph(self, paragraph: Element, cell: CellPlace | None) -> Iterator[DraftParagraph]:
        """Yield a paragraph and those of its text boxes."""
        kind, level = self.kinds.kind_of(paragraph)
        draft = DraftParagraph(kind, level, cell)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None:
            draft.revisions += list_tracked_revisions(mark)
            draft.ends = mark.find(f"{W}{'ins' if self.rejected else 'del'}") is None
        boxes: list[Element] = []
        self.take_runs(paragraph, draft, "", boxes)
        yield draft
        for box in boxes:
            yield from self.drafts_in(box, cell)

    def take_runs(self, parent: Element, draft: DraftParagraph, href: str, boxes: list[Element]) -> None:
        """Add the words of a paragraph with their formatting, without the instructions of fields."""
        left_out = COMES if self.rejected else GOES
        for child in parent:
            if child.tag in COMES | GOES:
                draft.revisions.append(make_revision(child))
            if child.tag in left_out:
                draft.struck.append(list_deleted_words(child))
            elif child.tag == f"{W}r":
                self.take_run(child, draft, href, boxes)
            elif child.tag == f"{W}hyperlink":
                self.take_runs(child, draft, self.links.get(child.get(RELATION, ""), href), boxes)
            elif child.tag == f"{W}bookmarkStart":
                name = child.get(f"{W}name", "")
                draft.marks += [name] if name.startswith(FIELD_MARK) else []
            elif child.tag == f"{W}fldSimple" and not self.shows_fields:
                continue
            elif child.tag not in (f"{W}pPr", f"{W}sdtPr", FALLBACK):
                self.follow_comment(child, draft)
                self.take_runs(child, draft, href, boxes)

    def take_run(self, run: Element, draft: DraftParagraph, href: str, boxes: list[Element]) -> None:
        style = run.find(f"{W}rPr")
        strong, emphasis = has_switch(style, "b"), has_switch(style, "i")
        for child in run:
            if child.tag == f"{W}fldChar":
                self.follow_field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}commentReference":
                draft.commented.append(CommentedWords(child.get(f"{W}id", ""), ""))
            elif all(self.fields) and (words := read_words_of_run(child, self.rejected)):
                if is_struck(style):
                    draft.strike(words)
                    continue
                draft.runs.append(Run(words, strong, emphasis, href))
                draft.commented += [CommentedWords(key, words) for key in self.open]
            elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{COMPATIBILITY}AlternateContent"):
                boxes += list_text_boxes(child)

    def follow_field(self, step: str) -> None:
        """Record the steps of a field, so that its instruction is left out and its result read."""
        if step == "begin":
            self.fields.append(False)
        elif step == "separate" and self.fields:
            self.fields[-1] = self.shows_fields
        elif step == "end" and self.fields:
            self.fields.pop()

    def follow_comment(self, child: Element, draft: DraftParagraph | None) -> None:
        """Record where the words that a comment is about begin and end."""
        key = child.get(f"{W}id", "")
        if child.tag == f"{W}commentRangeStart":
            self.open[key] = None
            if draft is not None:
                draft.commented.append(CommentedWords(key, ""))
        elif child.tag == f"{W}commentRangeEnd":
            self.open.pop(key, None)
