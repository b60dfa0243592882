"""A Word file is a zip of parts; this one depends on nothing but its parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold, so that equal input gives equal bytes
NO_SYSTEM = 0


def packed(parts: Mapping[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(zip_entry(name), xml.encode())
    return file.getvalue()


def zip_entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = NO_SYSTEM
    entry.external_attr = 0o600 << 16
    return entry
