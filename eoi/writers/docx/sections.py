"""The main text, in sections: each stretch of pages that lie one way."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.writers.docx.body import AFTER_TABLE, flow
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.stationery import Stationery
from eoi.writers.docx.xml import part_xml, tag
from eoi.writers.orientation import Stretch
from eoi.writers.place import Place


def document_xml(parts: Sequence[Stretch], stationery: Stationery, ledger: Ledger) -> str:
    written = [section_text(stretch, stationery, ledger) for stretch in parts]
    properties = [
        stationery.section(stretch.wide, first=index == 0) for index, stretch in enumerate(parts)
    ] or [stationery.section(False, first=True)]
    sections = [closed(text, end) for text, end in zip(written, properties[:-1], strict=False)]
    return part_xml("document", tag("body", *sections, *written[-1:], properties[-1]))


def section_text(stretch: Stretch, stationery: Stationery, ledger: Ledger) -> str:
    page = stationery.page.on_its_side() if stretch.wide else stationery.page
    return flow(stretch.blocks, Place.on(page), ledger)


def closed(text: str, properties: str) -> str:
    """The last paragraph of a section says how its pages are; one more than needed could fall on a page of
    its own, so the space after a table gives way to a line too thin for that."""
    body = text.removesuffix(AFTER_TABLE)
    if body == text and text.endswith("</w:p>"):
        start, end = text.rsplit("</w:pPr>", 1)
        return f"{start}{properties}</w:pPr>{end}"
    return body + tag("p", tag("pPr", tag("pStyle", val="SectionEnd"), properties))
