"""The parts of a Word file: the static ones as they are, the others completed from the document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eoi.document.blocks import Document
from eoi.writers.docx.body import document_xml
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.lists import numbering_instance
from eoi.writers.docx.properties import core_properties, header
from eoi.writers.docx.xml import escaped

PARTS = Path(__file__).parent / "parts"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def parts(document: Document) -> dict[str, str]:
    """In the order they are packed: readers expect the content types and the relationships first."""
    ledger = Ledger.of(document)
    body = document_xml(document, ledger)
    return {
        "[Content_Types].xml": static_part("[Content_Types].xml"),
        "_rels/.rels": static_part("_rels/.rels"),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": relationship_parts(ledger),
        "word/styles.xml": static_part("word/styles.xml"),
        "word/numbering.xml": numbering_part(ledger),
        "word/settings.xml": static_part("word/settings.xml"),
        "word/fontTable.xml": static_part("word/fontTable.xml"),
        "word/theme/theme1.xml": static_part("word/theme/theme1.xml"),
        "word/header1.xml": header(document.properties),
        "word/footer1.xml": static_part("word/footer1.xml"),
        "docProps/core.xml": core_properties(document.properties),
        "docProps/app.xml": static_part("docProps/app.xml"),
        "docProps/custom.xml": static_part("docProps/custom.xml"),
    }


def relationship_parts(ledger: Ledger) -> str:
    links = [
        f'<Relationship Id="{name}" Type="{HYPERLINK}" Target="{escaped(address)}" TargetMode="External"/>'
        for address, name in ledger.links.items()
    ]
    return completed_by("word/_rels/document.xml.rels", links, "</Relationships>")


def numbering_part(ledger: Ledger) -> str:
    instances = [numbering_instance(numbering) for numbering in ledger.numberings]
    return completed_by("word/numbering.xml", instances, "</w:numbering>")


def completed_by(name: str, elements: list[str], end: str) -> str:
    return static_part(name).replace(end, "".join(elements) + end)


@cache
def static_part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")
