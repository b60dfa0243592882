"""A Word template, opened with care, since it may come from anywhere. It is only read."""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from eoi.foreign_xml import UnfitXml, rewrite_xml
from eoi.writers.docx.letterhead.guard import STRICT, refuse_strict
from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, parse_xml, quote_shortened
from eoi.writers.docx.package import WORD, PartLink, name_links_part

LARGEST = 20_000_000  # bytes, packed
LARGEST_UNPACKED = 50_000_000
MOST_PARTS = 2_000
OLE = bytes.fromhex("d0cf11e0")  # the format of Word before 2007, and of files with a password
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
KEY = re.compile(r"[A-Za-z_][\w.-]{0,254}")  # a possible id of a relationship
MACROS = "macroEnabled"


class Template:
    """The package of a letterhead. No more than `LARGEST_UNPACKED` bytes of it are unpacked."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) > LARGEST:
            raise UnfitLetterhead(f"is larger than {LARGEST // 1_000_000} MB")
        if raw.startswith(OLE):
            raise UnfitLetterhead("is an old Word file, or has a password: save it as .docx without one")
        try:
            self.package = ZipFile(BytesIO(raw))
        except BROKEN:
            raise UnfitLetterhead("is not a Word document") from None
        self.entries = {entry.filename: entry for entry in self.package.infolist()}
        if not len(self.entries) == len(self.package.infolist()) <= MOST_PARTS:
            raise UnfitLetterhead("is not made as Word makes its documents")
        self.left = LARGEST_UNPACKED
        self.read_already: dict[str, bytes] = {}
        self.main = self.main_part()

    def main_part(self) -> str:
        for link in self.links("").values():
            if link.kind == "officeDocument":
                self.refuse_macros(link.target)
                return link.target
        raise UnfitLetterhead("is not a Word document")

    def refuse_macros(self, main: str) -> None:
        """Refuse a file with macros, by the type of its main part. Word decides by that too."""
        types = {
            element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
            for element in parse_xml(self.xml("[Content_Types].xml"))
        }
        if MACROS in types.get(main, ""):
            raise UnfitLetterhead("is a document with macros: save it as .docx or .dotx")
        if types.get(main) not in (f"{WORD}.document.main+xml", f"{WORD}.template.main+xml"):
            raise UnfitLetterhead("is not a Word document")

    def read(self, name: str) -> bytes:
        """Read a part. Reading stops when the file exceeds its size limit."""
        if name not in self.entries:
            raise UnfitLetterhead(f"is damaged: it has no part {quote_shortened(name)}")
        if self.entries[name].compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            # The other methods cannot be stopped while they unpack.
            raise UnfitLetterhead("is packed in a way that Word does not pack its documents")
        try:
            with self.package.open(name) as stream:
                content = stream.read(self.left + 1)
        except BROKEN:
            raise UnfitLetterhead(
                f"is damaged: its part {quote_shortened(name)} cannot be unpacked"
            ) from None
        self.left -= len(content)
        if self.left < 0:
            raise UnfitLetterhead(f"is larger than {LARGEST_UNPACKED // 1_000_000} MB when unpacked")
        return content

    def xml(self, name: str) -> bytes:
        """Read a part and rewrite its XML. The result is kept."""
        if name not in self.read_already:
            content = self.read(name)
            try:
                self.read_already[name] = rewrite_xml(content)
            except UnfitXml as problem:
                raise UnfitLetterhead(f"is damaged: its part {quote_shortened(name)} {problem}") from None
        return self.read_already[name]

    def links(self, name: str) -> dict[str, PartLink]:
        """Return the links of a part by their keys. Targets within the file are names of parts."""
        links = name_links_part(name) if name else "_rels/.rels"
        if links not in self.entries:
            return {}
        folder = posixpath.dirname(name)
        found = [Relationship.read(element.attrib, folder) for element in parse_xml(self.xml(links))]
        return {one.link.key: one.link for one in found if one.is_known}

    def find_linked(self, kind: str) -> str | None:
        """Return the name of the part of this kind that the main part refers to; None if there is none."""
        targets = [link.target for link in self.links(self.main).values() if link.kind == kind]
        return targets[0] if targets else None


class Relationship(NamedTuple):
    """A relationship in the template as a link. `is_known` is false if its kind or target is missing."""

    link: PartLink
    is_known: bool

    @classmethod
    def read(cls, attributes: dict[str, str], folder: str) -> Relationship:
        schema, _, kind = attributes.get("Type", "").rpartition("/")
        if schema.startswith(STRICT):
            refuse_strict()
        key = attributes.get("Id", "")
        if not KEY.fullmatch(key):
            raise UnfitLetterhead(f"is damaged: a relationship is called {quote_shortened(key)}")
        target, external = attributes.get("Target", ""), attributes.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return cls(PartLink(key, kind, target, external), bool(kind and target))
