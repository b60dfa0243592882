"""Word documents, written directly: the static parts are files in `parts/`, the rest is built here."""

from __future__ import annotations

from eoi.document.blocks import Document

SUFFIX = "docx"


def write(document: Document) -> bytes:
    # imported here, so that listing the writers costs nothing
    from eoi.writers.docx.assembly import parts
    from eoi.writers.docx.package import entries, packed
    from eoi.writers.docx.static import static_part
    from eoi.writers.seal import sealed_parts

    return packed(sealed_parts(entries(parts(document), static_part("_rels/.rels"))))
