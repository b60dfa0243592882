"""The table of contents: a field that Word can update, with its entries already filled in.

Only a word processor knows its page numbers. Each entry has a field for its number. Until Word updates the
contents, the field shows the page of the PDF, or nothing if there is no PDF.
"""

from __future__ import annotations

from eoi.document.blocks import Heading
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.anchors import write_page_slot
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.paragraphs import write_paragraph, write_section_end
from eoi.writers.docx.xml import write_field_end, write_field_start, write_run, write_tag, write_text_runs
from eoi.writers.page import Surroundings, is_leading_entry
from eoi.writers.text import runs_right_to_left

STYLES = {2: "TOC1"}
INSTRUCTION = r' TOC \o "1-1" \h \z \u '  # Word counts from the first heading below the title
NUMBER_TAB = 440  # twips from the edge, where Word begins the words of a numbered entry
KIND = write_tag(
    "docPartObj", write_tag("docPartGallery", val="Table of Contents"), write_tag("docPartUnique")
)


def write_contents(place: Surroundings, context: WordContext) -> str:
    """Write the contents below the cover. They may continue on the next page.

    If all entries had to stay together, LibreOffice would separate them from their title.
    """
    headings = [heading for heading in context.headings if heading.level in STYLES]
    if not headings:
        return write_section_end(place.ends) if place.ends else ""
    links = [write_entry_link(heading, context) for heading in headings]
    links[0] = write_field_start(INSTRUCTION) + links[0]
    links[-1] += write_field_end()
    last = len(headings) - 1
    entries = [
        write_entry(heading, link, place._replace(leads=is_leading_entry(number, last)))
        for number, (heading, link) in enumerate(zip(headings, links, strict=True))
    ]
    title = write_paragraph("TOCHeading", write_text_runs("Contents"), Surroundings(leads=True))
    index = write_tag("sdt", write_tag("sdtPr", KIND), write_tag("sdtContent", title, *entries))
    if place.in_cell:
        return index + write_paragraph("TableSpace", "")  # Word wants a paragraph last in a cell
    return index + (write_section_end(place.ends) if place.ends else "")


def write_entry_link(heading: Heading, context: WordContext) -> str:
    """Write the words of an entry as a link to its heading."""
    number = write_run(f"<w:t>{heading.number}</w:t><w:tab/>") if heading.number else ""
    text = number + write_text_runs(read_plain_words(heading.children))
    bookmark = context.bookmarks.get(heading.anchor)
    page = write_page_field(bookmark, heading.anchor) if bookmark else ""
    return write_tag("hyperlink", text + page, anchor=bookmark, history=1) if bookmark else text


def write_page_field(bookmark: str, anchor: str) -> str:
    """Write a field for the page of a bookmark, with a slot for the number to show until Word updates it."""
    field = write_field_start(rf" PAGEREF {bookmark} \h ")
    return f"{write_run('<w:tab/>')}{field}{write_page_slot(anchor)}{write_field_end()}"


def write_entry(heading: Heading, link: str, place: Surroundings) -> str:
    """Write one line of the contents, with its page number at the right edge."""
    numbers = f'<w:tab w:val="left" w:pos="{NUMBER_TAB}"/>' if heading.number else ""
    tabs = f'<w:tabs>{numbers}<w:tab w:val="right" w:pos="{place.room}"/></w:tabs>'
    direction = "<w:bidi/>" if runs_right_to_left(read_plain_words(heading.children)) else ""
    together = "<w:keepNext/>" if place.leads else ""
    style = f'<w:pStyle w:val="{STYLES[heading.level]}"/>'
    return f"<w:p><w:pPr>{style}{together}{tabs}{direction}</w:pPr>{link}</w:p>"
