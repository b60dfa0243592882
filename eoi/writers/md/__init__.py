"""The writer of Markdown in GitHub's style."""

from __future__ import annotations

from eoi.document.blocks import Document
from eoi.writers import SealPlace

SUFFIX = "md"
# Only in code could a text look like a seal. Code is never at the end, so the last seal counts.
SEAL = SealPlace(b"<!-- ", b" -->")


def write(document: Document) -> bytes:
    """Write a document as Markdown in UTF-8, sealed."""
    # Imported late, so that listing the formats stays cheap.
    from eoi.writers.adaptation import add_legend, remove_screen_pictures
    from eoi.writers.comments import add_annex
    from eoi.writers.md.body import write_document_md
    from eoi.writers.seal import PLACEHOLDER, seal_content

    # Markdown has only comments for properties; readers do not see them.
    written = write_document_md(add_annex(add_legend(remove_screen_pictures(document))))
    return seal_content(f"{written}\n\n<!-- {PLACEHOLDER} -->\n".encode())
