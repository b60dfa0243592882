"""The header of each page: what the document is, and that it is a draft."""

from __future__ import annotations

from eoi.document.blocks import Properties
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.text import text_runs
from eoi.writers.docx.xml import part_xml, run, tag
from eoi.writers.page import A4
from eoi.writers.titles import shortened

DRAFT_MARK = run("<w:t>DRAFT</w:t>", '<w:rStyle w:val="DraftMark"/>')


def header(properties: Properties, room: int) -> str:
    title = shortened(properties.title)
    content = text_runs(title) + (run("<w:tab/>") + DRAFT_MARK if properties.draft else "")
    style = '<w:pStyle w:val="Header"/>' + ("" if room == A4.room else mark_at(room))
    direction = "<w:bidi/>" if runs_right_to_left(title) else ""
    return part_xml("hdr", tag("p", tag("pPr", style, direction), content))


def mark_at(room: int) -> str:
    """The mark stands at the right edge, which the style knows for an upright page only."""
    return tag("tabs", tag("tab", val="clear", pos=A4.room), tag("tab", val="right", pos=room))


def cover_header(properties: Properties) -> str:
    return part_xml("hdr", draft_line()) if properties.draft else ""


def draft_line() -> str:
    return paragraph("CoverMark", DRAFT_MARK)
