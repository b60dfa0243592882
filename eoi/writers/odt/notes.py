"""What hangs on words: footnotes, and the remarks of reviewers, as annotations without a date."""

from __future__ import annotations

from eoi.document.blocks import Remark
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.xml import last_space_kept, span, text_xml

AUTHOR = "eoi"


def annotated(content: str, remarks: tuple[Remark, ...], ledger: Ledger) -> str:
    """Each around those before it: they end in the order in which they do not cross."""
    for remark in reversed(remarks):
        name = f'office:name="remark{ledger.next("remark")}"'
        start = f"<office:annotation {name}>{said(remark)}</office:annotation>"
        content = f"{start}{content}<office:annotation-end {name}/>"
    return content


def said(remark: Remark) -> str:
    lines = [span("Strong_20_Emphasis", text_xml(remark.title)), *map(text_xml, remark.paragraphs)]
    return f"<dc:creator>{AUTHOR}</dc:creator>" + "".join(
        [f"<text:p>{last_space_kept(line)}</text:p>" for line in lines]
    )


def note_xml(content: str, ledger: Ledger) -> str:
    number = ledger.next("note")
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{last_space_kept(content)}</text:p></text:note-body></text:note>'
    )
