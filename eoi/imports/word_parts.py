"""The parts of a Word file beside its text: styles, lists, links and properties."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from eoi.imports.archive import read_xml
from eoi.imports.lines import LineKind
from eoi.writers.docx.xml import MAIN
from eoi.writers.seal import SOURCE

W = f"{{{MAIN}}}"
CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
HEADING = re.compile(r"heading\s?(\d)|title", re.IGNORECASE)
CONTENTS = re.compile(r"toc\s?(?:\d|heading)", re.IGNORECASE)
STYLES = "word/styles.xml"
STATUS = ("Status", "OOXMLCorePropertyContentStatus")  # in our OpenDocument files, and LibreOffice's

Parts = Mapping[str, bytes]


def read_element_value(element: Element | None) -> str:
    """Return the value of an element; an empty text without an element."""
    return element.get(f"{W}val", "") if element is not None else ""


class ParagraphKinds(NamedTuple):
    """The kinds of paragraphs by the styles and the lists of a file.

    `headings` gives the level of a heading's style, and `list_styles` the list and the level of a style.
    """

    headings: Mapping[str, int]
    lists: Mapping[str, LineKind]
    list_styles: Mapping[str, tuple[str, str]]

    @classmethod
    def in_file(cls, parts: Parts) -> ParagraphKinds:
        styles = read_xml(parts, STYLES) if STYLES in parts else Element("styles")
        return cls(read_heading_levels(styles), read_list_kinds(parts), list_styles(styles))

    def kind_of(self, paragraph: Element) -> tuple[LineKind, int]:
        """Return the kind of a paragraph, and the level of a heading or the depth of a list item."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "paragraph", 0
        style = read_element_value(properties.find(f"{W}pStyle"))
        if style in self.headings:
            level = self.headings[style]
            return ("heading", level) if level else ("contents", 0)
        of_style, level_of_style = self.list_styles.get(style, ("", ""))
        key = read_element_value(properties.find(f"{W}numPr/{W}numId")) or of_style
        indent = read_element_value(properties.find(f"{W}numPr/{W}ilvl")) or level_of_style
        return self.lists.get(key, "paragraph"), int(indent) if indent.isdecimal() else 0


def read_heading_levels(styles: Element) -> dict[str, int]:
    """Return the levels of heading styles: the title has 1, sections have 2, and contents lists have 0."""
    levels = {}
    for style in styles.iter(f"{W}style"):
        name, key = read_element_value(style.find(f"{W}name")), style.get(f"{W}styleId", "")
        if match := HEADING.fullmatch(name):
            levels[key] = int(match[1]) + 1 if match[1] else 1
        elif CONTENTS.fullmatch(name):
            levels[key] = 0
    return levels


def list_styles(styles: Element) -> dict[str, tuple[str, str]]:
    """Return the list and the level of each style that makes a paragraph a list item."""
    found = {}
    for style in styles.iter(f"{W}style"):
        numbering = style.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            key = read_element_value(numbering.find(f"{W}numId"))
            found[style.get(f"{W}styleId", "")] = key, read_element_value(numbering.find(f"{W}ilvl"))
    return found


def link_targets(parts: Parts, part: str = "document") -> dict[str, str]:
    """Return the addresses outside the file that a part links to, by their keys."""
    name = f"word/_rels/{part}.xml.rels"
    if name not in parts:
        return {}
    links = read_xml(parts, name)
    return {
        link.get("Id", ""): link.get("Target", "") for link in links if link.get("TargetMode") == "External"
    }


def read_list_kinds(parts: Parts) -> dict[str, LineKind]:
    """Return for each list, by its key, whether it has bullets or numbers.

    The list that numbers sections and paragraphs is left out.
    """
    if "word/numbering.xml" not in parts:
        return {}
    root = read_xml(parts, "word/numbering.xml")
    patterns = {one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")}
    found: dict[str, LineKind] = {}
    for one in root.iter(f"{W}num"):
        pattern = patterns.get(read_element_value(one.find(f"{W}abstractNumId")))
        if pattern is not None and not counts_sections(pattern):
            kind = read_element_value(pattern.find(f"{W}lvl/{W}numFmt"))
            found[one.get(f"{W}numId", "")] = "bullet" if kind == "bullet" else "number"
    return found


def counts_sections(pattern: Element) -> bool:
    """Tell whether a list numbers its levels together: 4, 4.1, 4.2."""
    return any("%1.%2" in read_element_value(one) for one in pattern.iter(f"{W}lvlText"))


def read_properties(parts: Parts) -> dict[str, str]:
    """Return the custom properties of the file, including those from eoi."""
    if "docProps/custom.xml" not in parts:
        return {}
    root = read_xml(parts, "docProps/custom.xml")
    return {one.get("name", ""): "".join(one.itertext()).strip() for one in root}


def is_draft(parts: Parts, properties: Mapping[str, str]) -> bool:
    """Tell whether the document is a draft. LibreOffice keeps the status as a custom property."""
    is_final = b">Final<" in parts.get("docProps/core.xml", b"")
    return not (is_final or any(properties.get(name) == "Final" for name in STATUS))


def read_carried_source(parts: Parts, properties: Mapping[str, str]) -> bytes:
    """Return the file that the document carries; return no bytes if it carries none."""
    for name in sorted(parts):
        if name.startswith("customXml/item") and b"urn:eoi:source" in parts[name]:
            return decode_source("".join(read_xml(parts, name).itertext()))
    return decode_source(properties.get(SOURCE, ""))


def decode_source(carried: str) -> bytes:
    """Return the bytes of a file carried in base 64; return no bytes if it is damaged."""
    try:
        return b64decode("".join(carried.split()), validate=True)
    except Error:
        return b""
