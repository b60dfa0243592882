"""A paragraph: its style, and what its place on the page asks beyond the style."""

from __future__ import annotations

from eoi.document.blocks import Inline
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.inline import runs
from eoi.writers.docx.ledger import Ledger
from eoi.writers.place import Place


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
