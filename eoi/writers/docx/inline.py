"""Words within a line: runs, links, breaks, and what is hung on words."""

from __future__ import annotations

from typing import assert_never

from eoi.document.blocks import (
    Checkbox,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Remarked,
    Strong,
    Text,
)
from eoi.document.walk import walk_inlines
from eoi.writers.addresses import external_address
from eoi.writers.docx.comments import commented
from eoi.writers.docx.controls import check_box
from eoi.writers.docx.footnotes import footnote_mark
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.text import PLAIN, Face, text_runs
from eoi.writers.docx.xml import field_end, field_start, run
from eoi.writers.held import held


def runs(children: tuple[Inline, ...], ledger: Ledger, face: Face = PLAIN) -> str:
    return "".join([inline_runs(child, ledger, face) for child in children])


def inline_runs(inline: Inline, ledger: Ledger, face: Face) -> str:
    match inline:
        case Text():
            return text_runs(held(inline.text), face)
        case Strong():
            return runs(inline.children, ledger, face._replace(strong=True))
        case Emphasis():
            return runs(inline.children, ledger, face._replace(emphasis=True))
        case Code():
            return text_runs(inline.text, face._replace(code=True))
        case Link():
            return link_run(inline, ledger, face)
        case Reference():
            return reference(inline, ledger, face)
        case Footnote():
            return footnote(inline, ledger)
        case Checkbox():
            return check_box(inline, ledger)
        case Remarked():
            return remarked(inline, ledger, face)
        case LineBreak():
            return run("<w:br/>")
        case _:
            assert_never(inline)


def link_run(link: Link, ledger: Ledger, face: Face) -> str:
    """A link that leads nowhere, or stands within another, is written as its text."""
    target = "" if face.link else target_of(link.href, ledger)
    if not target:
        return runs(link.children, ledger, face)
    content = runs(link.children, ledger, face._replace(link=True))
    return f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>'


def target_of(href: str, ledger: Ledger) -> str:
    if href.startswith("#"):
        bookmark = ledger.bookmarks.get(href[1:])
        return f'w:anchor="{bookmark}"' if bookmark else ""
    address = external_address(href)
    return f'r:id="{ledger.link(address)}"' if address else ""


def reference(inline: Reference, ledger: Ledger, face: Face) -> str:
    """A field that takes the words of the caption's label, and follows when a table is put in before it."""
    if face.link or inline.anchor not in ledger.labelled:
        return link_run(Link(f"#{inline.anchor}", (Text(inline.text),)), ledger, face)
    words = text_runs(held(inline.text), face)
    return field_start(rf" REF {ledger.bookmarks[inline.anchor]} \h ") + words + field_end()


def footnote(note: Footnote, ledger: Ledger) -> str:
    """Word has no footnote within a footnote, which stands there in brackets, and no comment in one, which
    is hung on the mark."""
    if ledger.in_note:
        return text_runs(" (") + runs(note.children, ledger) + text_runs(")")
    mark = footnote_mark(runs(note.children, ledger.of_notes()), ledger)
    remarks = [part.remarks for part in walk_inlines(note.children) if isinstance(part, Remarked)]
    return commented(mark, tuple(remark for some in remarks for remark in some), ledger)


def remarked(inline: Remarked, ledger: Ledger, face: Face) -> str:
    content = runs(inline.children, ledger, face)
    return content if ledger.in_note else commented(content, inline.remarks, ledger)
