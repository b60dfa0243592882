"""An OpenDocument file is a zip of parts: first what kind of file it is, last a list of the others."""

from __future__ import annotations

from collections.abc import Mapping

from eoi.writers.odt.xml import DECLARATION, VERSION

TEXT = "application/vnd.oasis.opendocument.text"
MEDIA_TYPES = {"xml": "text/xml", "svg": "image/svg+xml", "png": "image/png"}
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def whole(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    return {"mimetype": TEXT, **files, "META-INF/manifest.xml": manifest(files)}


def manifest(names: Mapping[str, object]) -> str:
    types = {"/": TEXT} | {name: MEDIA_TYPES[name.rpartition(".")[2]] for name in names}
    entries = [
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    ]
    root = f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="{VERSION}">'
    return f"{DECLARATION}{root}{''.join(entries)}</manifest:manifest>"
