"""The words of a document as a plain walk over its XML finds them, without the reader of eoi."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
TEXT, OFFICE = (f"{{{ODF}:{name}:1.0}}" for name in ("text", "office"))
SPACES = {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break", f"{WORD}tab", f"{WORD}br", f"{WORD}cr"}
UNSEEN = {
    f"{WORD}pPr",
    f"{WORD}del",
    f"{WORD}moveFrom",
    f"{WORD}instrText",
    FALLBACK,
    f"{TEXT}tracked-changes",
    f"{TEXT}note-citation",
    f"{TEXT}table-of-content-source",
    f"{OFFICE}annotation",
}
PAGES = {f"{TEXT}page-number", f"{TEXT}page-count", f"{WORD}fldSimple"}
EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
STYLE_EDGE = re.compile(r"\{.*:style:1\.0\}(?:header|footer)(?:-left|-first)?")
APART = {f"{WORD}p", f"{TEXT}p", f"{TEXT}h"}


def count_plain_words(raw: bytes) -> Counter[str]:
    """Count each word of the text, the notes, and once of each paragraph of the headers and footers.

    All hyphens count as plain ones.
    """
    edges = dict.fromkeys(" ".join(one.split()) for one in paragraphs_of_edges(raw))
    words = [*"".join(pieces_of_document(raw)).split(), *" ".join(edges).split()]
    return Counter(word.replace("\N{NON-BREAKING HYPHEN}", "-") for word in words)


def paragraphs_of_edges(raw: bytes) -> Iterator[str]:
    """The words of each paragraph of headers and footers, without the numbers of pages."""
    with ZipFile(BytesIO(raw)) as parts:
        names = sorted(name for name in parts.namelist() if EDGE.fullmatch(name))
        roots = [fromstring(parts.read(name)) for name in names]
        if "styles.xml" in parts.namelist():
            styles = fromstring(parts.read("styles.xml"))
            roots = [one for one in styles.iter() if STYLE_EDGE.fullmatch(one.tag)]
    for root in roots:
        for paragraph in (one for one in root.iter() if one.tag in APART):
            yield "".join(pieces_of(without_page_numbers(paragraph)))


def without_page_numbers(paragraph: Element) -> Element:
    """A copy of a paragraph whose fields show nothing."""
    copy, shows = deepcopy(paragraph), True
    for element in copy.iter():
        kind = element.get(f"{WORD}fldCharType", "") if element.tag == f"{WORD}fldChar" else ""
        shows = kind == "end" or (shows and not kind)
        if element.tag in PAGES or (element.tag == f"{WORD}t" and not shows):
            for one in element.iter():
                one.text = None
    return copy


def pieces_of_document(raw: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(raw)) as parts:
        names = set(parts.namelist())
        if "content.xml" in names:
            yield from pieces_of(fromstring(parts.read("content.xml")).find(f"{OFFICE}body"))
            return
        yield from pieces_of(fromstring(parts.read("word/document.xml")))
        for name in sorted(names & {"word/footnotes.xml", "word/endnotes.xml"}):
            yield from pieces_of(fromstring(parts.read(name)))


def pieces_of(element: Element | None) -> Iterator[str]:
    """The pieces of text in an element, with a space around each paragraph."""
    if element is None or element.tag in UNSEEN:
        return
    yield " " if element.tag in APART | SPACES else ""
    if element.tag == f"{WORD}t" or element.tag.startswith(TEXT):
        yield element.text or ""
    if element.tag == f"{WORD}noBreakHyphen":
        yield "\N{NON-BREAKING HYPHEN}"
    for child in element:
        yield from pieces_of(child)
        if not child.tag.startswith(WORD):
            yield child.tail or ""
    yield " " if element.tag in APART else ""
