"""Read a Word file as lines, with tracked changes accepted or rejected."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from eoi.imports.archive import open_package, read_xml
from eoi.imports.lines import CellPlace, Line, LineKind, Returned, Run
from eoi.writers.docx.xml import MAIN
from eoi.writers.return_marks import FIELD_MARK, PAPER, SOURCE_DIGEST

W = f"{{{MAIN}}}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMES, GOES = frozenset({f"{W}ins", f"{W}moveTo"}), frozenset({f"{W}del", f"{W}moveFrom"})
CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
HEADING = re.compile(r"heading\s?(\d)|title", re.IGNORECASE)
CONTENTS = re.compile(r"toc\s?(?:\d|heading)", re.IGNORECASE)
OFF = frozenset({"0", "false", "off"})


def read_word(raw: bytes, rejected: bool = False) -> Returned:
    """Read a Word file; raise `CannotImport` where that is impossible."""
    parts = open_package(raw)
    body = read_xml(parts, "word/document.xml").find(f"{W}body")
    reader = WordReader(heading_levels(parts), link_targets(parts), list_kinds(parts), rejected)
    lines = tuple(reader.lines_in(body, None)) if body is not None else ()
    found = custom_properties(parts)
    status = parts.get("docProps/core.xml", b"")
    return Returned(
        lines, found.get(SOURCE_DIGEST, ""), found.get(PAPER, ""), b">Final<" not in status, source_in(parts)
    )


@dataclass(slots=True)
class WordReader:
    """Reads the lines of one document. `headings` gives the level of a style, `links` the target of a key."""

    headings: Mapping[str, int]
    links: Mapping[str, str]
    lists: Mapping[str, LineKind]
    rejected: bool
    tables: int = 0
    number: int = 0
    fields: list[bool] = field(default_factory=list)  # of each open field: whether its result has begun

    def lines_in(self, parent: Element, cell: CellPlace | None) -> Iterator[Line]:
        """Yield the lines of the body or of a cell, and those of the tables in it."""
        for child in parent:
            if child.tag == f"{W}p":
                yield self.line(child, cell)
            elif child.tag == f"{W}tbl":
                yield from self.lines_of_table(child)
            elif child.tag in (f"{W}sdt", f"{W}customXml", f"{W}smartTag", f"{W}sdtContent", *COMES):
                yield from self.lines_in(child, cell)

    def lines_of_table(self, table: Element) -> Iterator[Line]:
        self.tables += 1
        here = self.tables
        rows = [row for row in table.iter(f"{W}tr") if self.is_kept(row)]
        for row_number, row in enumerate(rows, 1):
            for column, cell in enumerate(row.iter(f"{W}tc"), 1):
                yield from self.lines_in(cell, CellPlace(here, row_number, column))

    def is_kept(self, row: Element) -> bool:
        """Tell whether a row is there once tracked changes are accepted, or rejected."""
        left_out = f"{W}ins" if self.rejected else f"{W}del"
        return row.find(f"{W}trPr/{left_out}") is None

    def line(self, paragraph: Element, cell: CellPlace | None) -> Line:
        self.number += 1
        runs = tuple(join_runs(self.runs_in(paragraph, "")))
        marks = [
            name
            for mark in paragraph.iter(f"{W}bookmarkStart")
            if (name := mark.get(f"{W}name", "")).startswith(FIELD_MARK)
        ]
        authors = {one.get(f"{W}author", "") for one in paragraph.iter() if one.tag in COMES | GOES}
        kind, level = self.kind_of(paragraph)
        return Line(self.number, kind, runs, level, tuple(marks), cell, tuple(sorted(authors - {""})))

    def kind_of(self, paragraph: Element) -> tuple[LineKind, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "paragraph", 0
        style = value_of(properties.find(f"{W}pStyle"))
        if style in self.headings:
            level = self.headings[style]
            return ("heading", level) if level else ("contents", 0)
        numbering = properties.find(f"{W}numPr")
        key = value_of(numbering.find(f"{W}numId")) if numbering is not None else ""
        indent = value_of(numbering.find(f"{W}ilvl")) if numbering is not None else ""
        return self.lists.get(key, "paragraph"), int(indent) if indent.isdecimal() else 0

    def runs_in(self, parent: Element, href: str) -> Iterator[Run]:
        """Yield the words of a paragraph with how they are set, without instructions of fields."""
        left_out = COMES if self.rejected else GOES
        for child in parent:
            if child.tag in left_out or child.tag == FALLBACK:
                continue
            if child.tag == f"{W}r":
                yield from self.runs_of(child, href)
            elif child.tag == f"{W}hyperlink":
                yield from self.runs_in(child, self.links.get(child.get(RELATION, ""), href))
            elif child.tag not in (f"{W}pPr", f"{W}sdtPr"):
                yield from self.runs_in(child, href)

    def runs_of(self, run: Element, href: str) -> Iterator[Run]:
        style = run.find(f"{W}rPr")
        strong, emphasis = is_on(style, "b"), is_on(style, "i")
        for child in run:
            if child.tag == f"{W}fldChar":
                self.follow_field(child.get(f"{W}fldCharType", ""))
            elif all(self.fields) and (words := self.words_of(child)):
                yield Run(words, strong, emphasis, href)

    def words_of(self, child: Element) -> str:
        if child.tag == f"{W}t" or (self.rejected and child.tag == f"{W}delText"):
            return child.text or ""
        return CHARACTERS.get(child.tag, "")

    def follow_field(self, step: str) -> None:
        """Read past what a field is told to do, up to what it shows."""
        if step == "begin":
            self.fields.append(False)
        elif step == "separate" and self.fields:
            self.fields[-1] = True
        elif step == "end" and self.fields:
            self.fields.pop()


def join_runs(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours that are set alike; programs split words wherever they like."""
    for (strong, emphasis, href), alike in groupby(runs, key=lambda run: run[1:]):
        yield Run("".join(run.words for run in alike), strong, emphasis, href)


def value_of(element: Element | None) -> str:
    """Return the value that an element carries; nothing where there is no element."""
    return element.get(f"{W}val", "") if element is not None else ""


def is_on(style: Element | None, name: str) -> bool:
    """Tell whether a switch of a run is there and not off."""
    switch = style.find(f"{W}{name}") if style is not None else None
    return switch is not None and switch.get(f"{W}val", "1") not in OFF


def heading_levels(parts: Mapping[str, bytes]) -> dict[str, int]:
    """Return the styles of headings with their levels: the title is 1, its sections 2, contents lists 0."""
    if "word/styles.xml" not in parts:
        return {}
    levels = {}
    for style in read_xml(parts, "word/styles.xml").iter(f"{W}style"):
        name, key = value_of(style.find(f"{W}name")), style.get(f"{W}styleId", "")
        if match := HEADING.fullmatch(name):
            levels[key] = int(match[1]) + 1 if match[1] else 1
        elif CONTENTS.fullmatch(name):
            levels[key] = 0
    return levels


def link_targets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the addresses outside that the text leads to, by their keys."""
    name = "word/_rels/document.xml.rels"
    if name not in parts:
        return {}
    links = read_xml(parts, name)
    return {
        link.get("Id", ""): link.get("Target", "") for link in links if link.get("TargetMode") == "External"
    }


def list_kinds(parts: Mapping[str, bytes]) -> dict[str, LineKind]:
    """Return whether the lists of a document have bullets or numbers, by their keys."""
    if "word/numbering.xml" not in parts:
        return {}
    root = read_xml(parts, "word/numbering.xml")
    formats = {
        pattern.get(f"{W}abstractNumId", ""): value_of(pattern.find(f"{W}lvl/{W}numFmt"))
        for pattern in root.iter(f"{W}abstractNum")
    }
    sections = {
        pattern.get(f"{W}abstractNumId", "")
        for pattern in root.iter(f"{W}abstractNum")
        if any("%1.%2" in value_of(one) for one in pattern.iter(f"{W}lvlText"))
    }
    found: dict[str, LineKind] = {}
    for one in root.iter(f"{W}num"):
        pattern = value_of(one.find(f"{W}abstractNumId"))
        if pattern not in sections:
            found[one.get(f"{W}numId", "")] = "bullet" if formats.get(pattern) == "bullet" else "number"
    return found


def custom_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the properties that eoi gave the file, and any others."""
    if "docProps/custom.xml" not in parts:
        return {}
    root = read_xml(parts, "docProps/custom.xml")
    return {one.get("name", ""): "".join(one.itertext()).strip() for one in root}


def source_in(parts: Mapping[str, bytes]) -> bytes:
    """Return the file that the document carries; nothing where it carries none."""
    for name in sorted(parts):
        if name.startswith("customXml/item") and b"urn:eoi:source" in parts[name]:
            carried = "".join(read_xml(parts, name).itertext())
            try:
                return b64decode(carried, validate=True)
            except Error:
                return b""
    return b""
