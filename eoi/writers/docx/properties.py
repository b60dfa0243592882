"""What the file says about itself."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.docx.xml import DECLARATION
from eoi.writers.moments import start_of
from eoi.writers.xml import element

CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(properties: Properties) -> str:
    elements = [
        element("dc:title", properties.title),
        element("dc:subject", properties.subject),
        element("dc:creator", properties.author),
        element("cp:keywords", ", ".join(properties.keywords)),
        "<dc:language>en-GB</dc:language>",
        element("cp:lastModifiedBy", properties.author),
        *dates(properties.date),
        f"<cp:contentStatus>{'Draft' if properties.draft else 'Final'}</cp:contentStatus>",
    ]
    return f"{DECLARATION}<cp:coreProperties {CORE_NAMESPACES}>{''.join(elements)}</cp:coreProperties>"


def dates(date: str) -> list[str]:
    moment = start_of(date)
    said = f'xsi:type="dcterms:W3CDTF">{moment}Z'
    return [f"<dcterms:{name} {said}</dcterms:{name}>" for name in ("created", "modified") if moment]
