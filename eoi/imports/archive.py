"""Packages that strangers send, opened with limits and without harmful parts."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from eoi.foreign_xml import UnfitXml, read_foreign_xml
from eoi.writers.zip_package import ZIP, unpack

MOST_PARTS = 2_000
LARGEST_PART = 32 * 1024 * 1024  # bytes unpacked
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word and Excel before 2007, and packages under a password


class CannotImport(Exception):
    """An error for a file that cannot be read. Its text gives the reason and advice."""


def open_archive(raw: bytes) -> Mapping[str, bytes]:
    """Return the parts of a package; raise `CannotImport` if it is not one, or is too large or locked."""
    if raw.startswith(OLD_WORD):
        raise CannotImport(
            "it is in the format of Word or Excel before 2007, or has a password; "
            "save it without a password as .docx, .odt, .xlsx or .ods"
        )
    parts = unpack(raw) if raw.startswith(ZIP) else {}
    if not parts:
        raise CannotImport(
            "it is no Word, OpenDocument or Excel file, or it is damaged; save it again as one of these"
        )
    if len(parts) > MOST_PARTS or any(len(part) > LARGEST_PART for part in parts.values()):
        raise CannotImport("it is larger than any submission; take out what does not belong to it")
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise CannotImport("it has a password; save it without one")
    return parts


def read_xml(parts: Mapping[str, bytes], name: str) -> Element:
    """Read a part as XML; raise `CannotImport` if it is damaged or unsafe."""
    try:
        return read_foreign_xml(parts.get(name, b""))
    except UnfitXml as unfit:
        raise CannotImport(f"a part of it {unfit}") from None
    except (ParseError, RecursionError):
        raise CannotImport("a part of it is damaged; open it in Word or Excel, and save it again") from None
