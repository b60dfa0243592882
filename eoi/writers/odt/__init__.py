"""The writer of OpenDocument text. The styles are a file in `parts/`, and the rest is built here."""

from __future__ import annotations

from eoi.document.blocks import Document
from eoi.writers import SealPlace

SUFFIX = "odt"
SEAL = SealPlace(part="meta.xml")


def write(document: Document) -> bytes:
    """Write a document as an OpenDocument text."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.odt.assembly import make_parts
    from eoi.writers.seal import seal_parts
    from eoi.writers.zip_package import pack

    return pack(seal_parts(make_parts(document)))
