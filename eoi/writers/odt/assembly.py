"""The parts of an OpenDocument file: the static ones unchanged, the others made from the document.

The file is a zip of parts, with its type first, and a list of the other parts last.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from eoi.document.blocks import Block, Document, Properties, Table
from eoi.document.look import BLUE, SMALL, Look
from eoi.writers.adaptation import add_legend, remove_screen_pictures
from eoi.writers.line_widths import make_turning_room
from eoi.writers.odt.body import OdtBlocks
from eoi.writers.odt.captions import DECLARATIONS, make_picture_parts
from eoi.writers.odt.pages import FIRST, LATER, make_logo_file, write_master_pages
from eoi.writers.odt.paragraphs import join_pieces, write_paragraph
from eoi.writers.odt.xml import DECLARATION, VERSION, OdtContext, write_whole_part
from eoi.writers.page import A4, Surroundings
from eoi.writers.seal import LETTERHEAD, PAPER, PLACEHOLDER, SOURCE, SOURCE_DIGEST
from eoi.writers.table_widths import lay_out_stretches
from eoi.writers.text import escape, write_start_of_day, write_text_element

PARTS = Path(__file__).parent / "parts"
OUR_FONT = 'svg:font-family="Arial"'
PARAGRAPH = re.compile("<text:[ph] ")
SIZE = re.compile(r'fo:font-size="([\d.]+pt)"')
END = "</office:document-styles>"
LARGER = {"11pt": "12pt", "11.5pt": "12.5pt", "10.5pt": "11.5pt"}

TEXT = "application/vnd.oasis.opendocument.text"
MEDIA_TYPES = {
    "xml": "text/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def make_package(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Add the parts that every package has: its type first, and the manifest last."""
    return {"mimetype": TEXT, **files, "META-INF/manifest.xml": write_manifest(files)}


def write_manifest(names: Mapping[str, object]) -> str:
    """Write the list of all files with their types."""
    types = {"/": TEXT} | {name: MEDIA_TYPES[name.rpartition(".")[2]] for name in names}
    entries = [
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    ]
    root = f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="{VERSION}">'
    return f"{DECLARATION}{root}{''.join(entries)}</manifest:manifest>"


def write_user_property(name: str, value: str) -> str:
    """Write a property that only eoi reads; return an empty text for an empty value."""
    return f'<meta:user-defined meta:name="{name}">{value}</meta:user-defined>' if value else ""


def write_statistic(text: str) -> str:
    """Write how many paragraphs the text has.

    LibreOffice guesses from it where pages begin. After a worse guess it leaves some headings alone at the
    foot of a page.
    """
    return f'<meta:document-statistic meta:paragraph-count="{len(PARAGRAPH.findall(text))}"/>'


def write_meta_file(properties: Properties, text: str, look: Look) -> str:
    """Write the properties of the document: title, author, date, status and length."""
    moment = write_start_of_day(properties.date)
    status = "Draft" if properties.draft else "Final"
    elements = [
        "<meta:generator>eoi</meta:generator>",
        write_text_element("dc:title", properties.title),
        write_text_element("dc:subject", properties.subject),
        *(write_text_element("meta:keyword", keyword) for keyword in properties.keywords),
        write_text_element("meta:initial-creator", properties.author),
        write_text_element("dc:creator", properties.author),
        write_text_element("meta:creation-date", moment),
        write_text_element("dc:date", moment),
        "<dc:language>en-GB</dc:language>",
        write_statistic(text),
        f'<meta:user-defined meta:name="Status">{status}</meta:user-defined>',
        f'<meta:user-defined meta:name="eoi-seal">{PLACEHOLDER}</meta:user-defined>',
        write_user_property(PAPER, properties.paper),
        write_user_property(SOURCE_DIGEST, properties.source_digest),
        write_user_property(LETTERHEAD, "yes" if look.header or look.footer else ""),
        write_user_property(SOURCE, b64encode(properties.source).decode()),
    ]
    return write_whole_part("document-meta", f"<office:meta>{''.join(elements)}</office:meta>")


def make_parts(document: Document) -> dict[str, str | bytes]:
    """Make all files of the package."""
    document = add_legend(remove_screen_pictures(document))
    context = OdtContext(document)
    text = write_text(document, context)
    styles = f"<office:automatic-styles>{context.automatic_styles()}</office:automatic-styles>"
    body = f"<office:body><office:text>{DECLARATIONS}{text}</office:text></office:body>"
    files = {
        "content.xml": write_whole_part("document-content", styles + body),
        "styles.xml": write_styles_part(document.look).replace(
            END, write_master_pages(document.properties, document.look) + END
        ),
        "meta.xml": write_meta_file(document.properties, text, document.look),
        "settings.xml": read_static_part("settings.xml"),
        **make_picture_parts(context),
        **make_logo_file(document.look),
    }
    return make_package(files)


def write_text(document: Document, context: OdtContext) -> str:
    """Write the text in stretches of pages with one orientation. Each stretch begins a new page."""
    written, body = [], OdtBlocks(context)
    # A program adds a line after a table at the end, and an ordinary line could need a page of its own.
    end = (
        write_paragraph("SectionEnd", "", Surroundings(), context) if ends_with_table(document.blocks) else ""
    )
    room = make_turning_room(document.look)
    parts = lay_out_stretches(document.blocks, font=document.look.font, room=room)
    for number, (wide, blocks) in enumerate(parts):
        context.opening = LATER[wide] if number else FIRST[wide]
        place = Surroundings.on(A4.on_its_side() if wide else A4)
        last = place._replace(ends=end) if number == len(parts) - 1 else place
        written.append(join_pieces(body.write_blocks(blocks, last)))
    return "".join([*written, end])


def ends_with_table(blocks: tuple[Block, ...]) -> bool:
    """Tell whether the last block is a table."""
    return bool(blocks) and isinstance(blocks[-1], Table)


def write_styles_part(look: Look) -> str:
    """Write the styles, with larger text if the document asks for it. Text in tables keeps its size."""
    styles = replace_colour_and_font(read_static_part("styles.xml"), look)
    if look.text_size == SMALL:
        return styles
    return SIZE.sub(lambda size: f'fo:font-size="{LARGER.get(size[1], size[1])}"', styles)


def replace_colour_and_font(styles: str, look: Look) -> str:
    """Replace our colour and font in the styles by those of a letterhead."""
    if look.accent != BLUE:
        styles = styles.replace(BLUE, look.accent)
    if look.font:
        styles = styles.replace(OUR_FONT, f'svg:font-family="{escape(quote_font(look.font))}"')
    return styles


def quote_font(font: str) -> str:
    """Put the name of a font in quotation marks if it has a space."""
    return f"'{font}'" if " " in font and "'" not in font else font


@cache
def read_static_part(name: str) -> str:
    """Read a file that is the same in every document."""
    return (PARTS / name).read_text(encoding="utf-8")
