"""A file as its parts, whoever wrote it: what cannot be unpacked safely has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

Parts = Mapping[str, bytes]

ZIP = b"PK\x03\x04"
END, END_SIZE = b"PK\x05\x06", 22  # of a package without a comment, which no program that writes these adds
LARGEST = 128 * 1024 * 1024  # bytes unpacked; a package that holds more is none of ours
LARGEST_LIST = 1024 * 1024  # bytes of the list of its parts


def parts_of(content: bytes) -> Parts:
    """The parts of a zip package; any other file is one part."""
    return unpacked(content) if content.startswith(ZIP) else {"": content}


def unpacked(content: bytes) -> Parts:
    # Imported late: most formats are no packages.
    import struct
    import zlib
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

    if not has_short_list(content):
        return {}
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            if (
                sum(entry.file_size for entry in entries) > LARGEST
                or len({entry.filename for entry in entries}) < len(entries)
                or not {entry.compress_type for entry in entries} <= {ZIP_DEFLATED, ZIP_STORED}
            ):
                return {}
            return {entry.filename: content_of(package, entry) for entry in entries}
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError):
        return {}


def content_of(package: ZipFile, entry: ZipInfo) -> bytes:
    """No more than it says that there is: what unpacks to more is found out by its checksum."""
    with package.open(entry) as stream:
        return stream.read(entry.file_size)


def has_short_list(content: bytes) -> bool:
    """Whether the list of parts, which is at the end, can be read without taking much memory."""
    end = content[-END_SIZE:]
    return end.startswith(END) and int.from_bytes(end[12:16], "little") <= LARGEST_LIST
