"""The table of contents: a field that Word can update, with its entries already filled in.

Only a word processor knows its page numbers. Each entry has a field for its number. Until Word updates the
contents, the field shows the page of the PDF, or nothing if there is no PDF.
"""

from __future__ import annotations

from eoi.document.blocks import Heading
from eoi.document.subset.inlines import plain_text
from eoi.writers.anchors import page_slot
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.paragraphs import section_end, write_paragraph
from eoi.writers.docx.xml import field_end, field_start, tag, text_runs, write_run
from eoi.writers.page import Surroundings, entry_leads
from eoi.writers.text import runs_right_to_left

STYLES = {2: "TOC1"}
INSTRUCTION = r' TOC \o "1-1" \h \z \u '  # Word counts from the first heading below the title
NUMBER_TAB = 440  # twips from the edge, where Word begins the words of a numbered entry
KIND = tag("docPartObj", tag("docPartGallery", val="Table of Contents"), tag("docPartUnique"))


def write_contents(place: Surroundings, context: WordContext) -> str:
    """Write the contents below the cover. They may continue on the next page.

    If all entries had to stay together, LibreOffice would separate them from their title.
    """
    headings = [heading for heading in context.headings if heading.level in STYLES]
    if not headings:
        return section_end(place.ends) if place.ends else ""
    links = [entry_link(heading, context) for heading in headings]
    links[0] = field_start(INSTRUCTION) + links[0]
    links[-1] += field_end()
    last = len(headings) - 1
    entries = [
        write_entry(heading, link, place._replace(leads=entry_leads(number, last)))
        for number, (heading, link) in enumerate(zip(headings, links, strict=True))
    ]
    title = write_paragraph("TOCHeading", text_runs("Contents"), Surroundings(leads=True))
    index = tag("sdt", tag("sdtPr", KIND), tag("sdtContent", title, *entries))
    if place.in_cell:
        return index + write_paragraph("TableSpace", "")  # Word wants a paragraph last in a cell
    return index + (section_end(place.ends) if place.ends else "")


def entry_link(heading: Heading, context: WordContext) -> str:
    """Write the words of an entry as a link to its heading."""
    number = write_run(f"<w:t>{heading.number}</w:t><w:tab/>") if heading.number else ""
    text = number + text_runs(plain_text(heading.children))
    bookmark = context.bookmarks.get(heading.anchor)
    page = page_number(bookmark, heading.anchor) if bookmark else ""
    return tag("hyperlink", text + page, anchor=bookmark, history=1) if bookmark else text


def page_number(bookmark: str, anchor: str) -> str:
    """Write a field for the page of a bookmark, with a slot for the number to show until Word updates it."""
    field = field_start(rf" PAGEREF {bookmark} \h ")
    return f"{write_run('<w:tab/>')}{field}{page_slot(anchor)}{field_end()}"


def write_entry(heading: Heading, link: str, place: Surroundings) -> str:
    """Write one line of the contents, with its page number at the right edge."""
    numbers = tag("tab", val="left", pos=NUMBER_TAB) if heading.number else ""
    tabs = tag("tabs", numbers, tag("tab", val="right", pos=place.room))
    direction = "<w:bidi/>" if runs_right_to_left(plain_text(heading.children)) else ""
    together = "<w:keepNext/>" if place.leads else ""
    return tag("p", tag("pPr", tag("pStyle", val=STYLES[heading.level]), together, tabs, direction), link)
