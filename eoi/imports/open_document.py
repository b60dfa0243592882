"""The reader of OpenDocument texts: paragraphs, lists, tables, text boxes, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from eoi.imports.archive import open_archive, read_xml
from eoi.imports.drafts import DraftParagraph, finish_lines, is_struck_by_hand, keep_each_once
from eoi.imports.lines import CellPlace, CommentedWords, MarginComment, ReturnedDocument, Run
from eoi.imports.open_document_parts import (
    LINK,
    TrackedChange,
    count_copies,
    find_outside_address,
    find_tracked_changes,
    join_threads,
    list_deleted_paragraphs,
    list_edges,
    list_table_rows,
    read_comment,
    read_custom_properties,
    read_parent_of_comment,
    read_spaces,
)
from eoi.imports.open_document_styles import (
    ODF,
    BoldAndItalics,
    ParagraphPlace,
    Styles,
    name_office_tag,
    name_table_tag,
    name_text_tag,
    read_styles,
)
from eoi.imports.word_parts import STATUS, decode_source
from eoi.writers.seal import FIELD_MARK, LETTERHEAD, PAPER, SOURCE, SOURCE_DIGEST

BOX = f"{{{ODF}:drawing:1.0}}text-box"
GROUPS = frozenset(
    {
        name_text_tag("section"),
        name_text_tag("index-body"),
        name_text_tag("index-title"),
        name_office_tag("text"),
    }
)


def read_open_document(raw: bytes, rejected: bool = False) -> ReturnedDocument:
    """Read an OpenDocument text; raise `CannotImport` if that is impossible."""
    parts = open_archive(raw)
    content = read_xml(parts, "content.xml")
    body = content.find(f"{name_office_tag('body')}/{name_office_tag('text')}")
    reader = OpenDocumentReader(read_styles(parts, content), find_tracked_changes(body), rejected)
    drafts = [*reader.drafts_in(body, ParagraphPlace())] if body is not None else []
    edges = keep_each_once(reader.edges_in(parts))
    lines, gone = finish_lines([*drafts, *reader.notes, *edges])
    said = read_custom_properties(parts)
    return ReturnedDocument(
        lines,
        said.get(SOURCE_DIGEST, ""),
        said.get(PAPER, ""),
        not any(said.get(name) == "Final" for name in STATUS),
        decode_source(said.get(SOURCE, "")),
        gone,
        join_threads(reader.comments, reader.parents),
        bool(said.get(LETTERHEAD)),
    )


@dataclass(slots=True)
class OpenDocumentReader:
    """A reader of one document. `inserted` holds the tracked insertions around the present place."""

    styles: Styles
    changes: Mapping[str, TrackedChange]
    rejected: bool
    tables: int = 0
    inserted: dict[str, None] = field(default_factory=dict)
    open: dict[str, None] = field(default_factory=dict)
    comments: dict[str, MarginComment] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    notes: list[DraftParagraph] = field(default_factory=list)

    def drafts_in(self, parent: Element, here: ParagraphPlace) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of the text, a cell, a list item or a text box, at any depth."""
        for child in parent:
            if child.tag in (name_text_tag("p"), name_text_tag("h")):
                yield from self.read_paragraph(child, here)
                here = ParagraphPlace(here.cell, here.list_style, here.depth, kind=here.kind)
            elif child.tag == name_text_tag("list"):
                yield from self.read_list(child, here)
            elif child.tag == name_table_tag("table"):
                yield from self.read_table(child)
            elif child.tag == name_text_tag("table-of-content"):
                yield from self.drafts_in(child, ParagraphPlace(here.cell, kind="contents"))
            elif child.tag in GROUPS:
                yield from self.drafts_in(child, here)
            else:
                self.follow_change(child, None)

    def read_list(self, listed: Element, here: ParagraphPlace) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of a list. Only the first of an item has its bullet or number."""
        style = listed.get(name_text_tag("style-name"), here.list_style)
        for item in listed:
            if item.tag in (name_text_tag("list-item"), name_text_tag("list-header")):
                is_item = item.tag == name_text_tag("list-item")
                yield from self.drafts_in(
                    item, ParagraphPlace(here.cell, style, here.depth + 1, is_item, here.kind)
                )

    def read_table(self, grid: Element) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of a table, cell by cell."""
        self.tables += 1
        here, number = self.tables, 0
        for row in list_table_rows(grid):
            number += 1
            drafts = list(self.read_row(row, here, number))
            is_gone = is_struck_by_hand(drafts)
            number -= is_gone
            for draft in drafts:
                draft.is_gone = is_gone
                yield draft

    def read_row(self, row: Element, table: int, number: int) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of a row, cell by cell."""
        column = 0
        for cell in row:
            if cell.tag in (name_table_tag("table-cell"), name_table_tag("covered-table-cell")):
                column += 1
                yield from self.drafts_in(cell, ParagraphPlace(CellPlace(table, number, column)))
                column += count_copies(cell, "number-columns-repeated") - 1

    def read_paragraph(self, paragraph: Element, here: ParagraphPlace) -> Iterator[DraftParagraph]:
        """Yield a paragraph and those of its text boxes.

        It becomes several if rejected changes split it.
        """
        kind, level = self.styles.kind_of(paragraph, here)
        drafts, boxes = [DraftParagraph(kind, level, here.cell)], list[Element]()
        face = self.styles.face_of_paragraph(paragraph.get(name_text_tag("style-name"), ""))
        self.take_words(paragraph, drafts, face, "", boxes)
        drafts[-1].ends = not (self.rejected and self.inserted)
        yield from drafts
        for box in boxes:
            yield from self.drafts_in(box, ParagraphPlace(here.cell))

    def take_words(
        self,
        parent: Element,
        drafts: list[DraftParagraph],
        face: BoldAndItalics,
        href: str,
        boxes: list[Element],
    ) -> None:
        """Add the words of a paragraph with their formatting."""
        self.add(parent.text, drafts, face, href)
        for child in parent:
            match child.tag.rpartition("}")[2]:
                case "s":
                    self.add(read_spaces(child), drafts, face, href)
                case "tab" | "line-break":
                    self.add("\t" if child.tag == name_text_tag("tab") else "\n", drafts, face, href)
                case "bookmark" | "bookmark-start":
                    name = child.get(name_text_tag("name"), "")
                    drafts[-1].marks += [name] if name.startswith(FIELD_MARK) else []
                case "annotation":
                    self.take_comment(child, drafts[-1])
                case "annotation-end":
                    self.open.pop(child.get(name_office_tag("name"), ""), None)
                case "note":
                    self.take_note(child)
                case "page-number" | "page-count":
                    pass
                case "frame":
                    boxes += child.iter(BOX)
                case "a":
                    self.take_words(child, drafts, face, find_outside_address(child.get(LINK, "")), boxes)
                case "change" | "change-start" | "change-end":
                    self.follow_change(child, drafts)
                case "span":
                    self.take_words(child, drafts, face | self.styles.face(child), href, boxes)
                case _:
                    self.take_words(child, drafts, face, href, boxes)
            self.add(child.tail, drafts, face, href)

    def add(self, words: str | None, drafts: list[DraftParagraph], face: BoldAndItalics, href: str) -> None:
        """Add words. Words of a rejected insertion are added to `struck` instead."""
        if not words:
            return
        if self.inserted and self.rejected:
            drafts[-1].struck.append(words)
            return
        if face.struck:
            drafts[-1].strike(words)
            return
        drafts[-1].runs.append(Run(words.replace("\r", " "), face.strong, face.emphasis, href))
        drafts[-1].commented += [CommentedWords(key, words) for key in self.open]
        drafts[-1].revisions += [self.changes[key].revision for key in self.inserted]

    def follow_change(self, child: Element, drafts: list[DraftParagraph] | None) -> None:
        """Record the start or end of a tracked insertion, or restore the words of a rejected deletion."""
        key = child.get(name_text_tag("change-id"), "")
        change = self.changes.get(key)
        if change is None:
            return
        if child.tag == name_text_tag("change-start") and change.deleted is None:
            self.inserted[key] = None
        elif child.tag == name_text_tag("change-end"):
            self.inserted.pop(key, None)
        elif child.tag == name_text_tag("change") and drafts is not None:
            drafts[-1].revisions.append(change.revision)
            if change.deleted is not None:
                self.take_deleted(change.deleted, drafts)

    def take_deleted(self, deleted: Element, drafts: list[DraftParagraph]) -> None:
        """Restore the paragraphs that a rejected change deletes, or add their words to `struck`."""
        paragraphs = list_deleted_paragraphs(deleted)
        if not self.rejected:
            drafts[-1].struck += ["".join(one.itertext()) for one in paragraphs]
            return
        for number, paragraph in enumerate(paragraphs):
            if number:
                drafts.append(DraftParagraph(drafts[-1].kind, drafts[-1].level, drafts[-1].cell))
            self.take_words(paragraph, drafts, BoldAndItalics(), "", [])

    def take_comment(self, annotation: Element, draft: DraftParagraph) -> None:
        """Keep a comment, and record that the next words are the ones it is about."""
        key = annotation.get(name_office_tag("name")) or f" {len(self.comments)}"
        self.comments[key] = read_comment(annotation)
        self.parents[key] = read_parent_of_comment(annotation)
        draft.commented.append(CommentedWords(key, ""))
        if not key.startswith(" "):
            self.open[key] = None

    def edges_in(self, parts: Mapping[str, bytes]) -> Iterator[DraftParagraph]:
        """Yield the paragraphs of headers and footers."""
        for one in list_edges(parts):
            yield from self.drafts_in(one, ParagraphPlace())

    def take_note(self, note: Element) -> None:
        """Keep a footnote. All footnotes come after the text."""
        for part in note.iter(name_text_tag("note-body")):
            self.notes += self.drafts_in(part, ParagraphPlace(kind="note"))
