"""Footnotes, in a part of their own with links of its own; Word numbers them by their place in the text."""

from __future__ import annotations

from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.xml import part_xml, run, tag

MARK = '<w:rStyle w:val="FootnoteReference"/>'
RULES = {-1: "separator", 0: "continuationSeparator"}  # the line above the notes of a page


def footnote_mark(note: str, ledger: Ledger) -> str:
    ledger.footnotes.append(note)
    return run(tag("footnoteReference", id=len(ledger.footnotes)), MARK)


def footnotes_part(ledger: Ledger) -> str:
    rules = [
        tag("footnote", note_paragraph(run(tag(kind))), type=kind, id=number)
        for number, kind in RULES.items()
    ]
    notes = [
        tag("footnote", note_paragraph(run("<w:footnoteRef/>", MARK) + run("<w:tab/>") + note), id=number)
        for number, note in enumerate(ledger.footnotes, 1)
    ]
    return part_xml("footnotes", *rules, *notes)


def note_paragraph(content: str) -> str:
    return tag("p", tag("pPr", tag("pStyle", val="FootnoteText")), content)


def footnote_settings() -> str:
    return tag("footnotePr", *(tag("footnote", id=number) for number in RULES))
