"""The parts of an OpenDocument file: the static ones as they are, the others made from the document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eoi.document.blocks import Document
from eoi.writers.odt.body import flow
from eoi.writers.odt.figures import picture_parts
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.package import meta_part, whole
from eoi.writers.odt.paragraphs import DECLARATIONS
from eoi.writers.odt.running import FIRST, LATER, master_pages
from eoi.writers.odt.xml import part_xml
from eoi.writers.page import A4, Place
from eoi.writers.page_layout import lined_up, stretches

PARTS = Path(__file__).parent / "parts"
END = "</office:document-styles>"


def parts(document: Document) -> dict[str, str | bytes]:
    ledger = Ledger.of(document)
    text = text_xml(document, ledger)
    styles = f"<office:automatic-styles>{ledger.automatic_styles()}</office:automatic-styles>"
    body = f"<office:body><office:text>{DECLARATIONS}{text}</office:text></office:body>"
    files = {
        "content.xml": part_xml("document-content", styles + body),
        "styles.xml": static_part("styles.xml").replace(END, master_pages(document.properties) + END),
        "meta.xml": meta_part(document.properties),
        "settings.xml": static_part("settings.xml"),
        **picture_parts(ledger),
    }
    return whole(files)


def text_xml(document: Document, ledger: Ledger) -> str:
    """In stretches of pages that lie one way; each starts a page of its own."""
    written = []
    for number, (wide, blocks) in enumerate(stretches(lined_up(document.blocks))):
        ledger.opening = LATER[wide] if number else FIRST[wide]
        written.append(flow(blocks, Place.on(A4.on_its_side() if wide else A4), ledger))
    return "".join(written)


@cache
def static_part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")
