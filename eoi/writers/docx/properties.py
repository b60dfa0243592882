"""What the file says about itself: its properties, and the header of each page."""

from __future__ import annotations

import re

from eoi.document.blocks import Properties
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.inline import text_runs
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.xml import DECLARATION, NAMESPACES, escaped

CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
DRAFT_MARK = '<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="DraftMark"/></w:rPr><w:t>DRAFT</w:t></w:r>'
HEADER_ROOM = 100  # characters of the title that fit beside the mark
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


def header(properties: Properties) -> str:
    title = shortened(properties.title)
    content = text_runs(title) + (DRAFT_MARK if properties.draft else "")
    line = paragraph("Header", content, rtl=runs_right_to_left(title))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{line}</w:hdr>"


def element(name: str, text: str) -> str:
    return f"<{name}>{escaped(text)}</{name}>" if text else ""


def dates(date: str) -> list[str]:
    """The day of the submission; a file that told the clock would differ each time it is made."""
    if not DAY.fullmatch(date):
        return []
    moment = f'xsi:type="dcterms:W3CDTF">{date}T00:00:00Z'
    return [f"<dcterms:{name} {moment}</dcterms:{name}>" for name in ("created", "modified")]


def shortened(title: str) -> str:
    if len(title) <= HEADER_ROOM:
        return title
    return title[:HEADER_ROOM].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
