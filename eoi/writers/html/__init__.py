"""The writer of HTML: one self-contained page that needs no scripts or network, and prints well.

Elements with `data-apart` are no part of the document's text: comments, marks that lead to a note, and aids
to navigation.
"""

from __future__ import annotations

from eoi.document.blocks import Document
from eoi.writers import SealPlace

SUFFIX = "html"
SEAL = SealPlace(b'<meta name="eoi-seal" content="', b'">')


def write(document: Document) -> bytes:
    """Write a document as one HTML file that needs no other."""
    # Imported late, so that listing the formats stays cheap.
    from eoi.writers.html.page import write_page_html
    from eoi.writers.seal import seal_content

    return seal_content(write_page_html(document).encode())
