"""A zip file that depends on nothing but its parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold, so that equal input gives equal bytes
NO_SYSTEM = 0
STORED = ("mimetype", ".png")  # what OpenDocument files are known by, unread; what is compressed already


def packed(files: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zip_entry(name), content.encode() if isinstance(content, str) else content)
    return stream.getvalue()


def zip_entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_STORED if name.endswith(STORED) else ZIP_DEFLATED
    entry.create_system = NO_SYSTEM
    entry.external_attr = 0o600 << 16
    return entry
