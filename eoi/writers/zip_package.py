"""Files that are zip packages: written so that equal parts give equal bytes, and read with limits.

They are written without the library, which compresses each part anew: most parts of a Word file are the same
in every one. The library is imported late, since most formats are no packages.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import TYPE_CHECKING

from eoi.frozen_value import FrozenValue

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold, so that equal input gives equal bytes
FIRST_DAY, MIDNIGHT = 1 << 5 | 1, 0  # the same, as a zip holds it
STORED = ("mimetype", ".png")  # OpenDocument requires the first; PNGs are compressed already
STORE, DEFLATE = 0, 8
NO_HEADER = -15  # for zlib: a zip has headers of its own
VERSION = 20  # the oldest version of the format that knows compressed files
IN_UTF_8 = 0x800  # the mark of a name with other letters than English ones
ACCESS = 0o600 << 16
ABOUT, PLACE, CLOSING = Struct("<5H3L2H"), Struct("<3H2L"), Struct("<4s4H2LH")


class PackedPart(FrozenValue):
    """A part of a package that is compressed already, with the size and the checksum of its content."""

    packed: bytes
    method: int
    size: int
    checksum: int
    content: bytes = b""


def pack(files: Mapping[str, str | bytes | PackedPart | Iterable[bytes]]) -> bytes:
    """Zip files. Equal files give equal bytes. A long file can be given in pieces."""
    parts: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name, content in files.items():
        part = content if isinstance(content, PackedPart) else pack_part(name, content)
        about, raw_name = describe_entry(name, part), name.encode()
        parts += (b"PK\x03\x04", about, raw_name, part.packed)
        listed += (
            b"PK\x01\x02",
            VERSION.to_bytes(2, "little"),
            about,
            PLACE.pack(0, 0, 0, ACCESS, at),
            raw_name,
        )
        at += 4 + len(about) + len(raw_name) + len(part.packed)
    contents = b"".join(listed)
    return b"".join(
        [*parts, contents, CLOSING.pack(b"PK\x05\x06", 0, 0, len(files), len(files), len(contents), at, 0)]
    )


def describe_entry(name: str, part: PackedPart) -> bytes:
    """Write what a zip says of a part twice: before it, and in the list at the end."""
    flags = 0 if name.isascii() else IN_UTF_8
    sizes = (len(part.packed), part.size, len(name.encode()), 0)
    return ABOUT.pack(VERSION, flags, part.method, MIDNIGHT, FIRST_DAY, part.checksum, *sizes)


def pack_part(name: str, content: str | bytes | Iterable[bytes]) -> PackedPart:
    """Compress a part, unless it is of a kind that is compressed already."""
    if not isinstance(content, (str, bytes)):
        return pack_pieces(content)
    raw = content.encode() if isinstance(content, str) else content
    if name.endswith(STORED):
        return PackedPart(raw, STORE, len(raw), zlib.crc32(raw), raw)
    return PackedPart(zlib.compress(raw, wbits=NO_HEADER), DEFLATE, len(raw), zlib.crc32(raw), raw)


def pack_pieces(pieces: Iterable[bytes]) -> PackedPart:
    """Compress a long part piece by piece, so that it is never whole in memory."""
    compressor = zlib.compressobj(wbits=NO_HEADER)
    packed: list[bytes] = []
    size = checksum = 0
    for piece in pieces:
        packed.append(compressor.compress(piece))
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
    return PackedPart(b"".join([*packed, compressor.flush()]), DEFLATE, size, checksum)


Parts = Mapping[str, bytes]

ZIP = b"PK\x03\x04"
END, END_SIZE = b"PK\x05\x06", 22  # of a package without a comment, which no program adds to such files
LARGEST = 128 * 1024 * 1024  # bytes unpacked; ours never hold more
LARGEST_LIST = 1024 * 1024  # bytes of the list of its parts


def read_parts(content: bytes) -> Parts:
    """Read the parts of a zip package. Any other file is one part with an empty name."""
    return unpack(content) if content.startswith(ZIP) else {"": content}


def unpack(content: bytes) -> Parts:
    """Return the parts of a zip by name.

    Return an empty mapping if it exceeds the limits or is damaged.
    """
    import struct
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
            return {entry.filename: read_zip_entry(package, entry) for entry in entries}
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError):
        return {}


def read_zip_entry(package: ZipFile, entry: ZipInfo) -> bytes:
    """Read a part, but no more bytes than its stated size. A larger one then fails its checksum."""
    with package.open(entry) as stream:
        return stream.read(entry.file_size)


def has_short_list(content: bytes) -> bool:
    """Tell whether the list of parts, at the end of the file, is small enough to read."""
    end = content[-END_SIZE:]
    return end.startswith(END) and int.from_bytes(end[12:16], "little") <= LARGEST_LIST
