"""An OpenDocument file is a zip of parts; the first, never compressed, says what kind of file it is."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from eoi.writers.docx.package import zip_entry
from eoi.writers.odt.xml import DECLARATION, VERSION

TEXT = "application/vnd.oasis.opendocument.text"
MEDIA_TYPES = {"xml": "text/xml", "svg": "image/svg+xml", "png": "image/png"}
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def whole(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    return {"mimetype": TEXT, **files, "META-INF/manifest.xml": manifest(files)}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, content in parts.items():
            entry = zip_entry(name)
            if name == "mimetype":
                entry.compress_type = ZIP_STORED
            package.writestr(entry, content)
    return stream.getvalue()


def manifest(names: Mapping[str, object]) -> str:
    types = {"/": TEXT} | {name: MEDIA_TYPES[name.rpartition(".")[2]] for name in names}
    entries = [
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    ]
    root = f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="{VERSION}">'
    return f"{DECLARATION}{root}{''.join(entries)}</manifest:manifest>"
