"""An OpenDocument file as a zip of parts: its type comes first, and a list of the other parts last."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from eoi.document.blocks import Properties
from eoi.writers.odt.xml import DECLARATION, VERSION, part_xml
from eoi.writers.return_marks import PAPER, SOURCE, SOURCE_DIGEST
from eoi.writers.seal import PLACEHOLDER
from eoi.writers.text import element, start_of_day

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
    return {"mimetype": TEXT, **files, "META-INF/manifest.xml": manifest(files)}


def manifest(names: Mapping[str, object]) -> str:
    """Write the list of all files with their types."""
    types = {"/": TEXT} | {name: MEDIA_TYPES[name.rpartition(".")[2]] for name in names}
    entries = [
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    ]
    root = f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="{VERSION}">'
    return f"{DECLARATION}{root}{''.join(entries)}</manifest:manifest>"


def user_defined(name: str, value: str) -> str:
    """Write a property that other programs keep without understanding it; empty for no value."""
    return f'<meta:user-defined meta:name="{name}">{value}</meta:user-defined>' if value else ""


def meta_part(properties: Properties) -> str:
    """Write the properties of the document: title, author, date and status."""
    moment = start_of_day(properties.date)
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
        user_defined(PAPER, properties.paper),
        user_defined(SOURCE_DIGEST, properties.source_digest),
        user_defined(SOURCE, b64encode(properties.source).decode()),
    ]
    return part_xml("document-meta", f"<office:meta>{''.join(elements)}</office:meta>")
