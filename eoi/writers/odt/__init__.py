"""OpenDocument text, written directly: the styles are a file in `parts/`, the rest is built here."""

from __future__ import annotations

from eoi.document.blocks import Document

SUFFIX = "odt"


def write(document: Document) -> bytes:
    # imported here, so that listing the writers costs nothing
    from eoi.writers.odt.assembly import parts
    from eoi.writers.seal import sealed_parts
    from eoi.writers.zip_package import packed

    return packed(sealed_parts(parts(document)))
