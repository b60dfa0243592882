"""Files that are zip packages: written so that equal parts give equal bytes, and read with limits.

The libraries are imported late, since most formats are no packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold, so that equal input gives equal bytes
NO_SYSTEM = 0
STORED = ("mimetype", ".png")  # OpenDocument requires the first; PNGs are compressed already


def pack(files: Mapping[str, str | bytes | Iterable[bytes]]) -> bytes:
    """Zip files. Equal files give equal bytes. A long file can be given in pieces."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile

    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            if isinstance(content, (str, bytes)):
                package.writestr(
                    make_zip_entry(name), content.encode() if isinstance(content, str) else content
                )
            else:
                with package.open(make_zip_entry(name), "w") as entry:
                    entry.writelines(content)
    return stream.getvalue()


def make_zip_entry(name: str) -> ZipInfo:
    """Return the entry of a file in a zip, with a fixed date."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_STORED if name.endswith(STORED) else ZIP_DEFLATED
    entry.create_system = NO_SYSTEM
    entry.external_attr = 0o600 << 16
    return entry


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
