"""Write Word documents directly: the static parts are files in `parts/`, the rest is built here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eoi.document.blocks import Document
from eoi.writers import SealPlace

if TYPE_CHECKING:
    from eoi.writers.anchors import Pages
    from eoi.writers.docx.letterhead import Letterhead

SUFFIX = "docx"
SEAL = SealPlace(part="docProps/custom.xml")


def write(document: Document) -> bytes:
    """Write the document, with a contents list that waits for Word to number its pages."""
    return prepare(document)({})


def prepare(document: Document) -> Callable[[Pages], bytes]:
    """Do all that needs no page numbers, and return the call that is given them and does the rest."""
    # imported here, so that listing the writers costs nothing
    from eoi.writers.docx.assembly import make_parts, pack_parts

    made = make_parts(document)
    return lambda pages: pack_parts(made, pages)


def prepare_with(
    document: Document, letterhead: Letterhead
) -> tuple[Callable[[Pages], bytes], tuple[str, ...]]:
    """Prepare with the CCG's own template; return the names of its missing styles, which ours replace."""
    from eoi.writers.docx.assembly import make_parts, pack_parts
    from eoi.writers.docx.letterhead.applying import use_letterhead

    made, missing = use_letterhead(make_parts(document, letterhead.page_setup), letterhead)
    return (lambda pages: pack_parts(made, pages)), missing


def write_with(document: Document, letterhead: Letterhead) -> tuple[bytes, tuple[str, ...]]:
    """Write in the CCG's own template, as `prepare_with` does."""
    rest, missing = prepare_with(document, letterhead)
    return rest({}), missing
