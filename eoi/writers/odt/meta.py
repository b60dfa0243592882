"""What the file says about itself."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.docx.properties import DAY, element
from eoi.writers.odt.xml import part_xml
from eoi.writers.seal import PLACEHOLDER


def meta_part(properties: Properties) -> str:
    status = "Draft" if properties.draft else "Final"
    elements = [
        "<meta:generator>eoi</meta:generator>",
        element("dc:title", properties.title),
        element("dc:subject", properties.subject),
        *(element("meta:keyword", keyword) for keyword in properties.keywords),
        element("meta:initial-creator", properties.author),
        element("dc:creator", properties.author),
        *dates(properties.date),
        "<dc:language>en-GB</dc:language>",
        f'<meta:user-defined meta:name="Status">{status}</meta:user-defined>',
        f'<meta:user-defined meta:name="eoi-seal">{PLACEHOLDER}</meta:user-defined>',
    ]
    return part_xml("document-meta", f"<office:meta>{''.join(elements)}</office:meta>")


def dates(date: str) -> list[str]:
    """The day of the submission; a file that told the clock would differ each time it is made."""
    if not DAY.fullmatch(date):
        return []
    return [element(name, f"{date}T00:00:00") for name in ("meta:creation-date", "dc:date")]
