"""The parts of a Word file: the static ones as they are, the others completed from the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eoi.document.blocks import Document, Properties
from eoi.writers.docx.body import document_xml
from eoi.writers.docx.figures import picture_parts
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.lists import numbering_instance
from eoi.writers.docx.notes import comments_part, footnote_settings, footnotes_part
from eoi.writers.docx.package import Link, Part, completed_by, core_properties, entries, static_part
from eoi.writers.docx.pages import Stationery, own_stationery
from eoi.writers.page_layout import lined_up, stretches
from eoi.writers.seal import sealed_parts
from eoi.writers.zip_package import packed

Supplier = Callable[[Properties, bool], Stationery]


def parts(document: Document, supplier: Supplier = own_stationery) -> tuple[Part, ...]:
    ledger = Ledger.of(document)
    stationery = supplier(document.properties, any(side.wide for side in stretches(document.blocks)))
    sections = stretches(lined_up(document.blocks, stationery.page))
    body = document_xml(sections, stationery, ledger)
    pictures = picture_parts(ledger)
    beside = [
        Part("word/styles.xml", "styles", static_part("word/styles.xml")),
        Part("word/numbering.xml", "numbering", numbering_part(ledger)),
        Part("word/settings.xml", "settings", settings_part(ledger)),
        Part("word/fontTable.xml", "fontTable", static_part("word/fontTable.xml")),
        Part("word/theme/theme1.xml", "theme", static_part("word/theme/theme1.xml")),
        *stationery.parts,
        *notes(ledger),
        *pictures,
    ]
    links = (*(part.link() for part in beside), *hyperlinks(ledger.links))
    return (
        Part("word/document.xml", "document", body, links),
        *beside,
        Part("docProps/core.xml", "core-properties", core_properties(document.properties)),
        Part("docProps/app.xml", "extended-properties", static_part("docProps/app.xml")),
        Part("docProps/custom.xml", "custom-properties", static_part("docProps/custom.xml")),
    )


def whole(made: Sequence[Part]) -> bytes:
    return packed(sealed_parts(entries(made, static_part("_rels/.rels"))))


def notes(ledger: Ledger) -> list[Part]:
    """Only those there are: a final document has no comments, and no sign that there were any."""
    found = []
    if ledger.footnotes:
        content, links = footnotes_part(ledger), hyperlinks(ledger.note_links)
        found.append(Part("word/footnotes.xml", "footnotes", content, links))
    if ledger.comments:
        found.append(Part("word/comments.xml", "comments", comments_part(ledger)))
    return found


def hyperlinks(addresses: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(key, "hyperlink", address, external=True) for address, key in addresses.items())


def numbering_part(ledger: Ledger) -> str:
    instances = "".join([numbering_instance(numbering) for numbering in ledger.numberings])
    return completed_by("word/numbering.xml", instances, "</w:numbering>")


def settings_part(ledger: Ledger) -> str:
    notes = footnote_settings() if ledger.footnotes else ""
    return completed_by("word/settings.xml", notes, "<w:compat>")
