"""What the file says about itself."""

from __future__ import annotations

import re

from eoi.document.blocks import Properties
from eoi.writers.docx.xml import DECLARATION, escaped

CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


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


def element(name: str, text: str) -> str:
    return f"<{name}>{escaped(text)}</{name}>" if text else ""


def dates(date: str) -> list[str]:
    """The day of the submission; a file that told the clock would differ each time it is made."""
    if not DAY.fullmatch(date):
        return []
    moment = f'xsi:type="dcterms:W3CDTF">{date}T00:00:00Z'
    return [f"<dcterms:{name} {moment}</dcterms:{name}>" for name in ("created", "modified")]
