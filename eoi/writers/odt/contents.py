"""The table of contents: an index that a program can update, with its entries already filled in.

Only a program that lays out pages knows their numbers, and a wrong number is worse than none. So each entry
has a reference in place of its number, which LibreOffice resolves when it opens the file.
"""

from __future__ import annotations

from eoi.document.blocks import Heading
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.odt.inline import write_link_xml
from eoi.writers.odt.paragraphs import write_paragraph
from eoi.writers.odt.xml import OdtContext, write_text_xml
from eoi.writers.page import Surroundings, is_leading_entry
from eoi.writers.text import runs_right_to_left

STYLES = {2: "Contents1"}
TITLE = "Contents"
LINK = "Index_20_Link"
TEMPLATES = "".join(
    f'<text:table-of-content-entry-template text:outline-level="{level}"'
    f' text:style-name="Contents_20_{level}"><text:index-entry-link-start text:style-name="{LINK}"/>'
    '<text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
    "<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>"
    for level in (1,)
)
SOURCE = (
    '<text:table-of-content-source text:outline-level="1" text:use-outline-level="true">'
    f'<text:index-title-template text:style-name="Contents_20_Heading">{TITLE}</text:index-title-template>'
    f"{TEMPLATES}</text:table-of-content-source>"
)


def write_contents(context: OdtContext) -> str:
    """Write the contents below the text of the cover. They may continue on the next page.

    If all entries had to stay together, LibreOffice would separate them from their title.
    """
    headings = [heading for heading in context.headings if heading.level in STYLES]
    if not headings:
        return ""
    name = f"Contents{context.next('contents')}"
    title = write_paragraph("ContentsHeading", TITLE, Surroundings(), context)
    last = len(headings) - 1
    entries = "".join(
        [
            write_entry(heading, Surroundings(leads=is_leading_entry(number, last)), context)
            for number, heading in enumerate(headings)
        ]
    )
    return (
        f'<text:table-of-content text:name="{name}">{SOURCE}<text:index-body>'
        f'<text:index-title text:name="{name}_Head">{title}</text:index-title>{entries}'
        "</text:index-body></text:table-of-content>"
    )


def write_entry(heading: Heading, place: Surroundings, context: OdtContext) -> str:
    """Write one line of the contents as a link to its heading."""
    words = read_plain_words(heading.children)
    bookmark = context.bookmarks.get(heading.anchor)
    text = write_text_xml(f"{heading.number} {words}" if heading.number else words)
    content = (
        write_link_xml(f"#{bookmark}", text + write_page_field(bookmark), LINK, LINK) if bookmark else text
    )
    return write_paragraph(STYLES[heading.level], content, place, context, rtl=runs_right_to_left(words))


def write_page_field(bookmark: str) -> str:
    """Write a field for the page of a bookmark."""
    field = f'text:reference-format="page" text:ref-name="{bookmark}"'
    return f"<text:tab/><text:bookmark-ref {field}/>"
