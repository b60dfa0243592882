"""Captions of tables and figures: "Table 2: ..." with a number that Word counts, over what they name."""

from __future__ import annotations

from eoi.document.blocks import Inline
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.inline import runs
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.text import text_runs
from eoi.writers.docx.xml import field_end, field_start
from eoi.writers.held import UNBROKEN
from eoi.writers.place import Place


def caption(
    label: str, number: int | None, words: tuple[Inline, ...], anchor: str, place: Place, ledger: Ledger
) -> str:
    """The bookmark surrounds what a reference repeats: the label and its number, or all without a number."""
    text = runs(words, ledger)
    if number is None:
        content = ledger.bookmarked(anchor, text)
    else:
        name = ledger.bookmarked(
            anchor, text_runs(f"{label}{UNBROKEN}") + number_field(label, number, ledger)
        )
        content = name + (text_runs(": ") + text if text else "")
    if not (text or number is not None):
        return paragraph(place.twin("TableSpace"), content, place)
    rtl = runs_right_to_left(plain_text(words))
    return paragraph("Caption", content, place._replace(leads=True), rtl=rtl)


def number_field(label: str, number: int, ledger: Ledger) -> str:
    """A field, so that Word can list the tables and count on when one is added; told to start afresh where
    the document's own numbers skip."""
    restart = "" if ledger.counts_on(label, number) else rf"\r {number} "
    return field_start(rf" SEQ {label} \* ARABIC {restart}") + text_runs(str(number)) + field_end()
