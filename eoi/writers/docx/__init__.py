"""Word documents, written directly: the static parts are files in `parts/`, the rest is built here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eoi.document.blocks import Document
from eoi.writers import SealPlace

if TYPE_CHECKING:
    from eoi.writers.docx.letterhead import Letterhead

SUFFIX = "docx"
SEAL = SealPlace(part="docProps/custom.xml")


def write(document: Document) -> bytes:
    # imported here, so that listing the writers costs nothing
    from eoi.writers.docx.assembly import make_parts, pack_parts

    return pack_parts(make_parts(document))


def write_with(document: Document, letterhead: Letterhead) -> tuple[bytes, tuple[str, ...]]:
    """Write in the CCG's own template; give the names of styles that it lacks, for which ours stand in."""
    from eoi.writers.docx.assembly import make_parts, pack_parts
    from eoi.writers.docx.letterhead.applying import use_letterhead

    made, missing = use_letterhead(make_parts(document, letterhead.page_setup), letterhead)
    return pack_parts(made), missing
