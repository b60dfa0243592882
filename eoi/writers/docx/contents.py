"""The table of contents: a field that Word can update, already filled in.

Its entries have no page numbers: only a word processor knows those, and a wrong one is worse than none.
"""

from __future__ import annotations

from eoi.document.blocks import Heading
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.text import text_runs
from eoi.writers.docx.xml import field_end, field_start, tag
from eoi.writers.place import Place

STYLES = {2: "TOC1", 3: "TOC2"}
INSTRUCTION = r' TOC \o "1-2" \n \h \z \u '  # Word counts from the first heading below the title
KIND = tag("docPartObj", tag("docPartGallery", val="Table of Contents"), tag("docPartUnique"))


def contents(place: Place, ledger: Ledger) -> str:
    """On a page of its own: what stands before is the cover."""
    headings = [heading for heading in ledger.headings if heading.level in STYLES]
    if not headings:
        return ""
    links = [entry(heading, ledger) for heading in headings]
    links[0] = field_start(INSTRUCTION) + links[0]
    links[-1] += field_end()
    entries = [line(heading, link) for heading, link in zip(headings, links, strict=True)]
    title = paragraph("TOCHeading", text_runs("Contents"), Place(opens=place.is_body))
    space = paragraph("TableSpace", "") if place.in_cell else ""  # Word wants a paragraph last in a cell
    return tag("sdt", tag("sdtPr", KIND), tag("sdtContent", title, *entries)) + space


def entry(heading: Heading, ledger: Ledger) -> str:
    text = text_runs(plain_text(heading.children))
    bookmark = ledger.bookmarks.get(heading.anchor)
    return tag("hyperlink", text, anchor=bookmark, history=1) if bookmark else text


def line(heading: Heading, link: str) -> str:
    return paragraph(STYLES[heading.level], link, rtl=runs_right_to_left(plain_text(heading.children)))
