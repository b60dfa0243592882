"""Footnotes, and the remarks of reviewers as annotations."""

from __future__ import annotations

from eoi.document.blocks import Remark
from eoi.writers.odt.xml import OdtContext, keep_last_space, span_xml, text_xml
from eoi.writers.text import escape

AUTHOR = "eoi"
EXTENDED = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
PARENT, RESOLVED = "loext:parent-name", "loext:resolved"  # as LibreOffice writes them


def add_remarks(content: str, remarks: tuple[Remark, ...], context: OdtContext) -> str:
    """Put comments around content, the first outermost, so that they do not overlap."""
    for remark in reversed(remarks):
        key = f"remark{context.next('remark')}"
        for reply in reversed(remark.replies):
            content = annotate_text(reply, f"remark{context.next('remark')}", content, f' {PARENT}="{key}"')
        content = annotate_text(remark, key, content, f' {RESOLVED}="true"' if remark.resolved else "")
    return content


def annotate_text(remark: Remark, key: str, content: str, more: str) -> str:
    """Put a comment around content.

    `more` holds further attributes: which comment it answers, or that it is resolved.
    """
    name = f'office:name="{key}"'
    extended = f"{more} {EXTENDED}" if more else ""
    start = f"<office:annotation {name}{extended}>{write_remark_text(remark)}</office:annotation>"
    return f"{start}{content}<office:annotation-end {name}/>"


def write_remark_text(remark: Remark) -> str:
    """Write the author, the day and the paragraphs of a comment.

    Our own comments have a title and no day.
    """
    title = () if remark.by else (span_xml("Strong_20_Emphasis", text_xml(remark.title)),)
    lines = [*title, *map(text_xml, remark.paragraphs)]
    day = f"<dc:date>{remark.on}T00:00:00</dc:date>" if remark.on else ""
    return f"<dc:creator>{escape(remark.by or AUTHOR)}</dc:creator>{day}" + "".join(
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
