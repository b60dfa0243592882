"""A Word file as a zip of parts, with the list of their types and their relationships."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from eoi.document.blocks import Properties
from eoi.frozen_value import FrozenValue
from eoi.writers.docx.xml import DECLARATION
from eoi.writers.seal import LETTERHEAD, PAPER, SOURCE_DIGEST
from eoi.writers.text import escape, write_start_of_day, write_text_element

PARTS = Path(__file__).parent / "parts"


@cache
def read_static_part(name: str) -> str:
    """Read a part that is the same in every document."""
    return (PARTS / name).read_text(encoding="utf-8")


def complete_part(name: str, content: str, before: str) -> str:
    """Return a static part with content inserted before one of its tags."""
    return read_static_part(name).replace(before, content + before)


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LATER = {"commentsExtended": "http://schemas.microsoft.com/office/2011/relationships"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "document": f"{WORD}.document.main+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml": "application/xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
BY_ENDING = {  # for pictures, fonts and other parts without a kind of their own
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}


class PartLink(FrozenValue):
    """A link from one part to another, or to an address outside."""

    key: str
    kind: str
    target: str
    external: bool = False

    def xml(self) -> str:
        mode = ' TargetMode="External"' if self.external else ""
        target = escape(self.target)
        kind = f"{LATER.get(self.kind, OFFICE)}/{self.kind}"
        return f'<Relationship Id="{escape(self.key)}" Type="{kind}" Target="{target}"{mode}/>'


class PackagePart(FrozenValue):
    """A part of the package. `kind` is Word's name for its role, as in the types of relationships."""

    name: str
    kind: str
    content: str | bytes
    links: tuple[PartLink, ...] = ()

    @property
    def raw(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content

    @property
    def ending(self) -> str:
        return PurePosixPath(self.name).suffix.removeprefix(".")

    def link(self, key: str = "") -> PartLink:
        """Return a link from the main document to this part."""
        target = self.name.removeprefix("word/")
        here = target if target != self.name else f"../{target}"
        return PartLink(key or PurePosixPath(self.name).stem, self.kind, here)


def list_zip_entries(parts: Sequence[PackagePart], root_links: str) -> dict[str, str | bytes]:
    """Return the entries of the zip in the order that readers expect: types and root relationships first."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": write_content_types(parts),
        "_rels/.rels": root_links,
    }
    for part in parts:
        found[part.name] = part.content
        if part.links:
            found[name_links_part(part.name)] = write_links_part(part.links)
    return found


def write_content_types(parts: Sequence[PackagePart]) -> str:
    """Write the list of the types of all parts."""
    endings = dict.fromkeys(["rels", "xml", *(part.ending for part in parts)])
    defaults = [f'<Default Extension="{ending}" ContentType="{BY_ENDING[ending]}"/>' for ending in endings]
    overrides = [
        f'<Override PartName="/{part.name}" ContentType="{TYPES.get(part.kind, f"{WORD}.{part.kind}+xml")}"/>'
        for part in parts
        if part.ending == "xml"
    ]
    types = "".join(defaults + overrides)
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{types}</Types>'


def name_links_part(name: str) -> str:
    """Return the name of the part that holds the relationships of another."""
    path = PurePosixPath(name)
    return str(path.parent / "_rels" / f"{path.name}.rels")


def write_links_part(links: Sequence[PartLink]) -> str:
    """Write the relationships of a part."""
    content = "".join([link.xml() for link in links])
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the key of the properties that users define
FIRST_FREE = 3  # the number after the seal's
CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def write_core_properties(properties: Properties) -> str:
    """Write the properties of the document: title, author, date and status."""
    elements = [
        write_text_element("dc:title", properties.title),
        write_text_element("dc:subject", properties.subject),
        write_text_element("dc:creator", properties.author),
        write_text_element("cp:keywords", ", ".join(properties.keywords)),
        "<dc:language>en-GB</dc:language>",
        write_text_element("cp:lastModifiedBy", properties.author),
        *write_date_elements(properties.date),
        f"<cp:contentStatus>{'Draft' if properties.draft else 'Final'}</cp:contentStatus>",
    ]
    return f"{DECLARATION}<cp:coreProperties {CORE_NAMESPACES}>{''.join(elements)}</cp:coreProperties>"


def write_custom_properties(properties: Properties) -> str:
    """Write the properties that only eoi reads: the seal, the digest of the source, and the kind of paper."""
    if not properties.source_digest:
        return read_static_part("docProps/custom.xml")
    known = {SOURCE_DIGEST: properties.source_digest, PAPER: properties.paper}
    said = {name: value for name, value in known.items() if value}  # Word refuses a property without a value
    written = [write_property(number, *one) for number, one in enumerate(said.items(), FIRST_FREE)]
    return complete_part("docProps/custom.xml", "".join(written), "</Properties>")


def write_property(number: int, name: str, value: str) -> str:
    """Write a property that only eoi reads."""
    text = write_text_element("vt:lpwstr", value)
    return f'<property fmtid="{CUSTOM}" pid="{number}" name="{name}">{text}</property>'


def add_letterhead_property(content: str) -> str:
    """Add to the properties that the document is on a letterhead."""
    end, number = "</Properties>", FIRST_FREE - 1 + content.count("<property ")
    return content.replace(end, f"{write_property(number, LETTERHEAD, 'yes')}{end}")


def write_date_elements(date: str) -> list[str]:
    """Write the dates of creation and change, both of which are the date of submission; none without one."""
    moment = write_start_of_day(date)
    said = f'xsi:type="dcterms:W3CDTF">{moment}Z'
    return [f"<dcterms:{name} {said}</dcterms:{name}>" for name in ("created", "modified") if moment]
