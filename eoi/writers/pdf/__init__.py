"""The writer of tagged PDF, which Typst typesets: for archives (PDF/A-2a) and for all readers (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from eoi.document.blocks import Document
from eoi.writers import SealPlace

SUFFIX = "pdf"
SEAL = SealPlace(b"<</Seal(", b")")
PAGES = re.compile(rb"<</Type/Pages/Count (\d+)/Kids\[")  # Typst writes only one list of pages
KEY = re.compile(rb"(?<!\d)(\d+) 0 R")
# The names of link targets. Those of sections are plain.
NAMES = re.compile(rb"/Dests<</Names\[([^\]]*)\]")
NAME = re.compile(rb"\(([\w.-]{1,200})\)(\d+) 0 R")
PLACE = re.compile(rb"\n(\d+) 0 obj\n\[(\d+) 0 R/XYZ")


def write(document: Document) -> bytes:
    """Write the document; raise `UnavailableFormat` if Typst is missing."""
    return begin(document)()


def begin(document: Document) -> Callable[[], bytes]:
    """Do the work that needs Python; return a function in which Typst does the rest."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.pdf.data import encode_document
    from eoi.writers.pdf.spelling import ORDINARY

    data = encode_document(document, ORDINARY)

    def rest() -> bytes:
        from eoi.writers.pdf.typst_run import NoGlyph, set_pdf

        with suppress(NoGlyph):
            return set_pdf(data)
        return write_with_spelt_characters(document)

    return rest


def write_with_spelt_characters(document: Document) -> bytes:
    """Write the document with as few characters as possible replaced by their names."""
    from eoi.writers.pdf.data import encode_document
    from eoi.writers.pdf.spelling import FALLBACKS
    from eoi.writers.pdf.typst_run import NoGlyph, set_pdf

    *attempts, last = FALLBACKS
    for spelling in attempts:
        with suppress(NoGlyph):
            return set_pdf(encode_document(document, spelling))
    return set_pdf(encode_document(document, last))


def pages_of_anchors(pdf: bytes) -> dict[str, int]:
    """Return the page number of each anchor in a PDF of this writer."""
    pages = {key: number for number, key in enumerate(KEY.findall(pdf, *find_list_of_pages(pdf)), 1)}
    places = {found[1]: pages[found[2]] for found in PLACE.finditer(pdf)}
    names = NAMES.search(pdf)
    found = NAME.findall(names[1]) if names else []
    return {name.decode("latin-1"): places[key] for name, key in found if key in places}


def find_list_of_pages(pdf: bytes) -> tuple[int, int]:
    """Return where the list of pages starts and ends in the bytes."""
    found = PAGES.search(pdf)
    assert found, "this is no PDF of ours"
    return found.end(), pdf.index(b"]", found.end())


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF that this writer made."""
    found = PAGES.search(pdf)
    assert found, "this is no PDF of ours"
    return int(found[1])
