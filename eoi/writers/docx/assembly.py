"""The parts of a Word file: the static ones unchanged, the others completed from the document."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from eoi.document.blocks import Document, Properties
from eoi.document.look import SMALL, Look
from eoi.writers import Pages
from eoi.writers.adaptation import remove_screen_pictures
from eoi.writers.anchors import fill_page_slots
from eoi.writers.docx.body import make_picture_parts, write_document
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.notes import (
    find_threads,
    write_comments_part,
    write_footnote_settings,
    write_footnotes_part,
    write_threads_part,
)
from eoi.writers.docx.package import (
    PackagePart,
    PartLink,
    complete_part,
    list_zip_entries,
    read_static_part,
    write_core_properties,
    write_custom_properties,
)
from eoi.writers.docx.pages import PageSetup, make_own_page_setup
from eoi.writers.docx.paragraphs import write_numbering_instance
from eoi.writers.docx.xml import write_text_runs
from eoi.writers.line_widths import make_turning_room
from eoi.writers.page import Page, measure_number_indent
from eoi.writers.page_layout import split_by_orientation
from eoi.writers.seal import seal_parts
from eoi.writers.table_widths import lay_out_stretches
from eoi.writers.zip_package import pack

SOURCE, SOURCE_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
SIZE = re.compile(r'<w:(sz|szCs) w:val="(\d+)"/>')
IN_MARGIN = 'w:left="0" w:hanging="680"'  # as numbering.xml has it
SOURCE_KIND = PackagePart(SOURCE_PROPERTIES, "customXmlProps", read_static_part(SOURCE_PROPERTIES))
Supplier = Callable[[Properties, bool], PageSetup]


def make_parts(document: Document, supplier: Supplier = make_own_page_setup) -> tuple[PackagePart, ...]:
    """Make all parts of the package, on pages with the setup from `supplier`."""
    document = remove_screen_pictures(document)
    context = WordContext(document)
    page_setup = supplier(document.properties, False)
    room = make_turning_room(document.look)
    if any(side.wide for side in split_by_orientation(document.blocks, room)):
        page_setup = supplier(document.properties, True)
    sections = lay_out_stretches(document.blocks, page_setup.page, document.look.font, room)
    body = write_document(sections, page_setup, context)
    pictures, source = make_picture_parts(context), make_source_parts(document.properties)
    beside = [
        PackagePart("word/styles.xml", "styles", write_styles_part(document.look)),
        PackagePart("word/numbering.xml", "numbering", write_numbering_part(context, page_setup.page)),
        PackagePart("word/settings.xml", "settings", write_settings_part(context)),
        PackagePart("word/fontTable.xml", "fontTable", read_static_part("word/fontTable.xml")),
        PackagePart("word/theme/theme1.xml", "theme", read_static_part("word/theme/theme1.xml")),
        *page_setup.parts,
        *write_note_parts(context),
        *pictures,
        *source,
    ]
    links = (*(part.link() for part in beside), *list_external_links(context.links))
    return (
        PackagePart("word/document.xml", "document", body, links),
        *beside,
        PackagePart("docProps/core.xml", "core-properties", write_core_properties(document.properties)),
        PackagePart("docProps/app.xml", "extended-properties", read_static_part("docProps/app.xml")),
        PackagePart("docProps/custom.xml", "custom-properties", write_custom_properties(document.properties)),
        *([SOURCE_KIND] if source else []),
    )


def pack_parts(made: Sequence[PackagePart], pages: Pages) -> bytes:
    """Pack the parts in a file, with the page numbers of the contents if they are known."""
    filled = [fill_pages(part, pages) if part.kind == "document" else part for part in made]
    return pack(seal_parts(list_zip_entries(filled, read_static_part("_rels/.rels"))))


def fill_pages(part: PackagePart, pages: Pages) -> PackagePart:
    """Fill in the page numbers in the slots of the contents."""
    filled = fill_page_slots(str(part.content), pages, lambda page: write_text_runs(str(page)))
    return part.replace(content=filled)


def write_note_parts(context: WordContext) -> list[PackagePart]:
    """Return the parts for footnotes and comments, if there are any.

    A final has no comments, and no empty part for them.
    """
    found = []
    if context.footnotes:
        content, links = write_footnotes_part(context), list_external_links(context.note_links)
        found.append(PackagePart("word/footnotes.xml", "footnotes", content, links))
    if context.comments:
        found.append(PackagePart("word/comments.xml", "comments", write_comments_part(context)))
    if find_threads(context):
        found.append(
            PackagePart("word/commentsExtended.xml", "commentsExtended", write_threads_part(context))
        )
    return found


def make_source_parts(properties: Properties) -> list[PackagePart]:
    """Return the parts that carry the YAML file of a draft; return an empty list for a final document.

    They are used to compare the file with the document when it comes back.
    """
    if not properties.source:
        return []
    carried = b64encode(properties.source).decode()
    content = complete_part(SOURCE, carried, "</source>")
    described = PartLink("source", "customXmlProps", PurePosixPath(SOURCE_PROPERTIES).name)
    return [PackagePart(SOURCE, "customXml", content, (described,))]


def list_external_links(addresses: dict[str, str]) -> tuple[PartLink, ...]:
    """Return the relationships of web addresses, each with the key that the text uses."""
    return tuple(PartLink(key, "hyperlink", address, external=True) for address, key in addresses.items())


def write_numbering_part(context: WordContext, page: Page) -> str:
    """Write the lists. Numbers of paragraphs are put into the left margin as far as it has room."""
    instances = "".join([write_numbering_instance(numbering) for numbering in context.numberings])
    part = complete_part("word/numbering.xml", instances, "</w:numbering>")
    indent = measure_number_indent(page.left)
    return part.replace(IN_MARGIN, IN_MARGIN.replace("0", str(indent), 1)) if indent else part


LARGER = {
    "22": "24",
    "23": "25",
    "21": "23",
}  # half points, for text and the headings near it in size


def write_styles_part(look: Look) -> str:
    """Write the styles, with larger text if the document asks for it. Text in tables keeps its size."""
    styles = read_static_part("word/styles.xml")
    if look.text_size == SMALL:
        return styles
    return SIZE.sub(lambda size: f'<w:{size[1]} w:val="{LARGER.get(size[2], size[2])}"/>', styles)


def write_settings_part(context: WordContext) -> str:
    """Write the settings, with those for footnotes if there are any."""
    notes = write_footnote_settings() if context.footnotes else ""
    return complete_part("word/settings.xml", notes, "<w:compat>")
