"""Footnotes, and the remarks of reviewers as annotations without a date."""

from __future__ import annotations

from eoi.document.blocks import Remark
from eoi.writers.odt.context import OdtContext
from eoi.writers.odt.xml import keep_last_space, span_xml, text_xml

AUTHOR = "eoi"


def add_remarks(content: str, remarks: tuple[Remark, ...], context: OdtContext) -> str:
    """Each around those before it: they end in the order in which they do not cross."""
    for remark in reversed(remarks):
        name = f'office:name="remark{context.next("remark")}"'
        start = f"<office:annotation {name}>{said(remark)}</office:annotation>"
        content = f"{start}{content}<office:annotation-end {name}/>"
    return content


def said(remark: Remark) -> str:
    """Write the author and the paragraphs of a comment."""
    lines = [span_xml("Strong_20_Emphasis", text_xml(remark.title)), *map(text_xml, remark.paragraphs)]
    return f"<dc:creator>{AUTHOR}</dc:creator>" + "".join(
        [f"<text:p>{keep_last_space(line)}</text:p>" for line in lines]
    )


def write_note(content: str, context: OdtContext) -> str:
    """Write a footnote with its number."""
    number = context.next("note")
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{keep_last_space(content)}</text:p></text:note-body></text:note>'
    )
