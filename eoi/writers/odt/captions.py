"""Captions of tables and figures: "Table 2: ..." with a number that a program counts, over what they name."""

from __future__ import annotations

from eoi.document.blocks import Inline
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.held import UNBROKEN
from eoi.writers.odt.inline import inlines_xml
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.paragraphs import paragraph
from eoi.writers.place import Place

LABELS = ("Table", "Figure")
COUNTED = "".join(
    f'<text:sequence-decl text:display-outline-level="0" text:name="{label}"/>' for label in LABELS
)
DECLARATIONS = f"<text:sequence-decls>{COUNTED}</text:sequence-decls>"


def caption(
    label: str, number: int | None, words: tuple[Inline, ...], anchor: str, place: Place, ledger: Ledger
) -> str:
    """The bookmark surrounds what a reference repeats: the label and its number, or all without a number."""
    text = inlines_xml(words, ledger)
    if number is None:
        content = ledger.bookmarked(anchor, text)
    else:
        name = ledger.bookmarked(anchor, f"{label}{UNBROKEN}{number_field(label, number, ledger)}")
        content = f"{name}: {text}" if text else name
    if not content:
        return ""
    if not (text or number is not None):
        return paragraph("TableSpace", content, place, ledger)
    rtl = runs_right_to_left(plain_text(words))
    return paragraph("Caption", content, place._replace(leads=False), ledger, rtl=rtl)


def number_field(label: str, number: int, ledger: Ledger) -> str:
    """A field, so that a program can list the tables and count on when one is added; told to start afresh
    where the document's own numbers skip."""
    formula = f"{label}+1" if ledger.counts_on(label, number) else str(number)
    name = f'text:ref-name="ref{label}{ledger.next(label)}" text:name="{label}"'
    return (
        f'<text:sequence {name} text:formula="ooow:{formula}" style:num-format="1">{number}</text:sequence>'
    )
