"""Paragraphs and captions: their style, and what their place on the page asks beyond the style."""

from __future__ import annotations

from eoi.document.blocks import Inline
from eoi.document.inlines import plain_text
from eoi.writers.docx.inline import runs
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.xml import field_end, field_start, text_runs
from eoi.writers.page import Place
from eoi.writers.text import UNBROKEN, runs_right_to_left


def line(style: str, children: tuple[Inline, ...], place: Place, ledger: Ledger, anchor: str = "") -> str:
    content = ledger.bookmarked(anchor, runs(children, ledger))
    return paragraph(style, content, place, rtl=runs_right_to_left(plain_text(children)))


def paragraph(style: str, content: str, place: Place | None = None, *, rtl: bool = False) -> str:
    place = place or Place()
    direction = "<w:bidi/>" if rtl else ""
    together = ("<w:keepNext/>" if place.leads else "") + ("<w:pageBreakBefore/>" if place.opens else "")
    properties = f'<w:pStyle w:val="{style}"/>{together}{marker(place)}{direction}{indent(style, place)}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def marker(place: Place) -> str:
    if place.marker is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{place.marker_level}"/><w:numId w:val="{place.marker}"/></w:numPr>'


def indent(style: str, place: Place) -> str:
    if place.indent == place.styled_indent(style):
        return ""
    hanging = "" if place.marker is None else f' w:hanging="{min(place.step, place.indent)}"'
    return f'<w:ind w:left="{place.indent}"{hanging}/>'


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
