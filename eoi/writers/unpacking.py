"""A file as its parts, whoever wrote it: what cannot be unpacked safely has none."""

from __future__ import annotations

from collections.abc import Mapping

Parts = Mapping[str, bytes]

ZIP = b"PK\x03\x04"
LARGEST = 256 * 1024 * 1024  # bytes unpacked; a package that holds more is none of ours


def parts_of(content: bytes) -> Parts:
    """The parts of a zip package; any other file is one part."""
    return unpacked(content) if content.startswith(ZIP) else {"": content}


def unpacked(content: bytes) -> Parts:
    # Imported late: most formats are no packages.
    import struct
    import zlib
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            if (
                sum(entry.file_size for entry in entries) > LARGEST
                or len({entry.filename for entry in entries}) < len(entries)
                or not {entry.compress_type for entry in entries} <= {ZIP_DEFLATED, ZIP_STORED}
            ):
                return {}
            return {entry.filename: package.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError):
        return {}
