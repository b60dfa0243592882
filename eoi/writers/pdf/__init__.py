"""Tagged PDF, set by Typst: to be kept (PDF/A-2a), and read by all (PDF/UA-1)."""

from __future__ import annotations

from eoi.document.blocks import Document

SUFFIX = "pdf"
WORKS_OUTSIDE_PYTHON = True


def write(document: Document) -> bytes:
    """Raises `Unavailable` where Typst is missing."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.pdf.data import document_data
    from eoi.writers.pdf.setting import NoGlyph, pdf
    from eoi.writers.spelling import spelt_with_marks

    try:
        return pdf(document_data(document))
    except NoGlyph:
        return pdf(document_data(document, spelt_with_marks))
