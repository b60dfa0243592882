"""Tagged PDF, set by Typst: to be kept (PDF/A-2a), and read by all (PDF/UA-1)."""

from __future__ import annotations

from contextlib import suppress

from eoi.document.blocks import Document

SUFFIX = "pdf"
WORKS_OUTSIDE_PYTHON = True


def write(document: Document) -> bytes:
    """Raises `Unavailable` where Typst is missing."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.pdf.data import document_data
    from eoi.writers.pdf.setting import NoGlyph, pdf
    from eoi.writers.pdf.spellings import FALLBACKS, ORDINARY

    *attempts, last = ORDINARY, *FALLBACKS
    for spelling in attempts:
        with suppress(NoGlyph):
            return pdf(document_data(document, spelling))
    return pdf(document_data(document, last))
