"""The parts of a Word file: the static ones unchanged, the others completed from the document."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from eoi.document.blocks import Document, Properties
from eoi.document.look import SMALL, Look
from eoi.writers import Pages
from eoi.writers.adaptation import for_paper
from eoi.writers.anchors import fill_page_slots
from eoi.writers.docx.body import picture_parts, write_document
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.notes import (
    comments_part,
    find_threads,
    footnote_settings,
    footnotes_part,
    threads_part,
)
from eoi.writers.docx.package import (
    PackagePart,
    PartLink,
    complete_part,
    core_properties,
    custom_properties,
    entries,
    static_part,
)
from eoi.writers.docx.pages import PageSetup, own_page_setup
from eoi.writers.docx.paragraphs import numbering_instance
from eoi.writers.docx.xml import text_runs
from eoi.writers.line_widths import turning_room
from eoi.writers.page import Page, number_indent
from eoi.writers.page_layout import stretches
from eoi.writers.seal import seal_parts
from eoi.writers.table_widths import line_up_columns
from eoi.writers.zip_package import pack

SOURCE, SOURCE_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
SIZE = re.compile(r'<w:(sz|szCs) w:val="(\d+)"/>')
IN_MARGIN = 'w:left="0" w:hanging="680"'  # as numbering.xml has it
SOURCE_KIND = PackagePart(SOURCE_PROPERTIES, "customXmlProps", static_part(SOURCE_PROPERTIES))
Supplier = Callable[[Properties, bool], PageSetup]


def make_parts(document: Document, supplier: Supplier = own_page_setup) -> tuple[PackagePart, ...]:
    """Make all parts of the package, on pages with the setup from `supplier`."""
    document = for_paper(document)
    context = WordContext(document)
    page_setup = supplier(document.properties, False)
    room = turning_room(document.look)
    if any(side.wide for side in stretches(document.blocks, room)):
        page_setup = supplier(document.properties, True)
    sections = stretches(line_up_columns(document.blocks, page_setup.page, document.look.font, room), room)
    body = write_document(sections, page_setup, context)
    pictures, source = picture_parts(context), source_parts(document.properties)
    beside = [
        PackagePart("word/styles.xml", "styles", styles_part(document.look)),
        PackagePart("word/numbering.xml", "numbering", numbering_part(context, page_setup.page)),
        PackagePart("word/settings.xml", "settings", settings_part(context)),
        PackagePart("word/fontTable.xml", "fontTable", static_part("word/fontTable.xml")),
        PackagePart("word/theme/theme1.xml", "theme", static_part("word/theme/theme1.xml")),
        *page_setup.parts,
        *note_parts(context),
        *pictures,
        *source,
    ]
    links = (*(part.link() for part in beside), *external_links(context.links))
    return (
        PackagePart("word/document.xml", "document", body, links),
        *beside,
        PackagePart("docProps/core.xml", "core-properties", core_properties(document.properties)),
        PackagePart("docProps/app.xml", "extended-properties", static_part("docProps/app.xml")),
        PackagePart("docProps/custom.xml", "custom-properties", custom_properties(document.properties)),
        *([SOURCE_KIND] if source else []),
    )


def pack_parts(made: Sequence[PackagePart], pages: Pages) -> bytes:
    """Pack the parts in a file, with the page numbers of the contents if they are known."""
    filled = [fill_pages(part, pages) if part.kind == "document" else part for part in made]
    return pack(seal_parts(entries(filled, static_part("_rels/.rels"))))


def fill_pages(part: PackagePart, pages: Pages) -> PackagePart:
    """Fill in the page numbers in the slots of the contents."""
    filled = fill_page_slots(str(part.content), pages, lambda page: text_runs(str(page)))
    return part.replace(content=filled)


def note_parts(context: WordContext) -> list[PackagePart]:
    """Return the parts for footnotes and comments, if there are any.

    A final has no comments, and no empty part for them.
    """
    found = []
    if context.footnotes:
        content, links = footnotes_part(context), external_links(context.note_links)
        found.append(PackagePart("word/footnotes.xml", "footnotes", content, links))
    if context.comments:
        found.append(PackagePart("word/comments.xml", "comments", comments_part(context)))
    if find_threads(context):
        found.append(PackagePart("word/commentsExtended.xml", "commentsExtended", threads_part(context)))
    return found


def source_parts(properties: Properties) -> list[PackagePart]:
    """Return the parts that carry the YAML file of a draft; return an empty list for a final document.

    They are used to compare the file with the document when it comes back.
    """
    if not properties.source:
        return []
    carried = b64encode(properties.source).decode()
    content = complete_part(SOURCE, carried, "</source>")
    described = PartLink("source", "customXmlProps", PurePosixPath(SOURCE_PROPERTIES).name)
    return [PackagePart(SOURCE, "customXml", content, (described,))]


def external_links(addresses: dict[str, str]) -> tuple[PartLink, ...]:
    """Return the relationships of web addresses, each with the key that the text uses."""
    return tuple(PartLink(key, "hyperlink", address, external=True) for address, key in addresses.items())


def numbering_part(context: WordContext, page: Page) -> str:
    """Write the lists. Numbers of paragraphs are put into the left margin as far as it has room."""
    instances = "".join([numbering_instance(numbering) for numbering in context.numberings])
    part = complete_part("word/numbering.xml", instances, "</w:numbering>")
    indent = number_indent(page.left)
    return part.replace(IN_MARGIN, IN_MARGIN.replace("0", str(indent), 1)) if indent else part


LARGER = {
    "22": "24",
    "23": "25",
    "21": "23",
}  # half points, for text and the headings near it in size


def styles_part(look: Look) -> str:
    """Write the styles, with larger text if the document asks for it. Text in tables keeps its size."""
    styles = static_part("word/styles.xml")
    if look.text_size == SMALL:
        return styles
    return SIZE.sub(lambda size: f'<w:{size[1]} w:val="{LARGER.get(size[2], size[2])}"/>', styles)


def settings_part(context: WordContext) -> str:
    """Write the settings, with those for footnotes if there are any."""
    notes = footnote_settings() if context.footnotes else ""
    return complete_part("word/settings.xml", notes, "<w:compat>")
