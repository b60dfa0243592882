"""The writer of Word documents. The static parts are files in `parts/`, and the rest is built here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eoi.document.blocks import Document
from eoi.writers import Pages, SealPlace

if TYPE_CHECKING:
    from eoi.writers.docx.letterhead import Letterhead

SUFFIX = "docx"
SEAL = SealPlace(part="docProps/custom.xml")


def write(document: Document) -> bytes:
    """Write the document. Its contents list has no page numbers until Word adds them."""
    return prepare(document)({})


def prepare(document: Document) -> Callable[[Pages], bytes]:
    """Do all that needs no page numbers; return a function that takes them and gives the file."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.docx.assembly import make_parts, pack_parts

    made = make_parts(document)
    return lambda pages: pack_parts(made, pages)


def prepare_with(
    document: Document, letterhead: Letterhead
) -> tuple[Callable[[Pages], bytes], tuple[str, ...]]:
    """Prepare with a CCG's own template.

    Return also the names of the styles that it lacks, for which ours are added.
    """
    from eoi.writers.docx.assembly import make_parts, pack_parts
    from eoi.writers.docx.letterhead.our_parts import use_letterhead

    made, missing = use_letterhead(make_parts(document, letterhead.page_setup), letterhead)
    return (lambda pages: pack_parts(made, pages)), missing


def write_with(document: Document, letterhead: Letterhead) -> tuple[bytes, tuple[str, ...]]:
    """Write in a CCG's own template, and return also the names of the styles that it lacks."""
    rest, missing = prepare_with(document, letterhead)
    return rest({}), missing
