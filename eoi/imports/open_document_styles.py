"""The styles of an OpenDocument text: bold and italics, numbered lists, titles, and kinds of paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from eoi.imports.archive import read_xml
from eoi.imports.lines import CellPlace, LineKind

ODF = "urn:oasis:names:tc:opendocument:xmlns"
STYLE, FORMAT = f"{{{ODF}:style:1.0}}", f"{{{ODF}:xsl-fo-compatible:1.0}}"
MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """The place of a paragraph: its cell, and its list if it is in one."""

    cell: CellPlace | None = None
    list_style: str = ""
    depth: int = 0
    is_item: bool = False
    kind: LineKind = "paragraph"


def name_text_tag(name: str) -> str:
    """Return the name of an element or attribute of text."""
    return f"{{{ODF}:text:1.0}}{name}"


def name_office_tag(name: str) -> str:
    """Return the name of an element or attribute that all kinds of OpenDocument files share."""
    return f"{{{ODF}:office:1.0}}{name}"


def name_table_tag(name: str) -> str:
    """Return the name of an element or attribute of tables."""
    return f"{{{ODF}:table:1.0}}{name}"


class BoldAndItalics(NamedTuple):
    """Bold and italics of some words, and whether they are struck through."""

    strong: bool = False
    emphasis: bool = False
    struck: bool = False

    def __or__(self, other: BoldAndItalics) -> BoldAndItalics:
        return BoldAndItalics(
            self.strong or other.strong, self.emphasis or other.emphasis, self.struck or other.struck
        )


@dataclass(slots=True)
class Styles:
    """The styles of one document by name.

    `own` holds the names of styles that a program made for single paragraphs.
    """

    parents: dict[str, str] = field(default_factory=dict)
    faces: dict[str, BoldAndItalics] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    lists: dict[str, LineKind] = field(default_factory=dict)

    def face(self, span: Element) -> BoldAndItalics:
        """Return the formatting of a span, from its style and the styles that it is based on."""
        name, found = span.get(name_text_tag("style-name"), ""), BoldAndItalics()
        for _ in range(MOST_PARENTS):
            found |= self.faces.get(name, BoldAndItalics())
            name = self.parents.get(name, "")
        return found

    def face_of_paragraph(self, name: str) -> BoldAndItalics:
        """Return the formatting of a whole paragraph, without that of its style."""
        return self.faces.get(name, BoldAndItalics()) if name in self.own else BoldAndItalics()

    def is_title(self, name: str) -> bool:
        """Tell whether a paragraph is the title of the document."""
        return "Title" in (name, self.parents.get(name, ""))

    def kind_of(self, paragraph: Element, here: ParagraphPlace) -> tuple[LineKind, int]:
        """Return the kind of a paragraph, and the level of a heading or the depth of a list item."""
        if paragraph.tag == name_text_tag("h"):
            level = paragraph.get(name_text_tag("outline-level"), "1")
            return "heading", (int(level) if level.isdecimal() else 1) + 1
        if self.is_title(paragraph.get(name_text_tag("style-name"), "")):
            return "heading", 1
        kind = self.lists.get(here.list_style) if here.is_item else None
        return (kind, here.depth - 1) if kind else (here.kind, 0)


def read_styles(parts: Mapping[str, bytes], content: Element) -> Styles:
    """Read the named styles of a document and those for single paragraphs."""
    styles = Styles()
    if "styles.xml" in parts:
        take_styles(read_xml(parts, "styles.xml"), styles)
    for own in content.iter(name_office_tag("automatic-styles")):
        take_styles(own, styles)
        styles.own |= {one.get(f"{STYLE}name", "") for one in own}
    return styles


def take_styles(root: Element, styles: Styles) -> None:
    """Add the styles of one part."""
    for style in root.iter(f"{STYLE}style"):
        name = style.get(f"{STYLE}name", "")
        styles.parents[name] = style.get(f"{STYLE}parent-style-name", "")
        properties = style.find(f"{STYLE}text-properties")
        if properties is not None:
            styles.faces[name] = BoldAndItalics(
                properties.get(f"{FORMAT}font-weight", "") == "bold",
                properties.get(f"{FORMAT}font-style", "") == "italic",
                properties.get(f"{STYLE}text-line-through-style", "none") != "none",
            )
    for listed in root.iter(name_text_tag("list-style")):
        if not any(level.get(name_text_tag("display-levels"), "1") != "1" for level in listed):
            first = next(iter(listed), None)
            is_bullet = first is not None and first.tag == name_text_tag("list-level-style-bullet")
            styles.lists[listed.get(f"{STYLE}name", "")] = "bullet" if is_bullet else "number"
