"""What the file says about itself."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.moments import start_of
from eoi.writers.odt.xml import part_xml
from eoi.writers.seal import PLACEHOLDER
from eoi.writers.xml import element


def meta_part(properties: Properties) -> str:
    moment = start_of(properties.date)
    status = "Draft" if properties.draft else "Final"
    elements = [
        "<meta:generator>eoi</meta:generator>",
        element("dc:title", properties.title),
        element("dc:subject", properties.subject),
        *(element("meta:keyword", keyword) for keyword in properties.keywords),
        element("meta:initial-creator", properties.author),
        element("dc:creator", properties.author),
        element("meta:creation-date", moment),
        element("dc:date", moment),
        "<dc:language>en-GB</dc:language>",
        f'<meta:user-defined meta:name="Status">{status}</meta:user-defined>',
        f'<meta:user-defined meta:name="eoi-seal">{PLACEHOLDER}</meta:user-defined>',
    ]
    return part_xml("document-meta", f"<office:meta>{''.join(elements)}</office:meta>")
