"""Words within a line: runs, links, breaks, check boxes, and what hangs on words."""

from __future__ import annotations

from functools import cache
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
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.notes import commented, footnote_mark
from eoi.writers.docx.xml import PLAIN, Face, field_end, field_start, run, tag, text_runs
from eoi.writers.text import external_address, held

FONT = "Segoe UI Symbol"  # in every Windows; others take the glyph from a font that has it
FONTS = tag("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def check_box(box: Checkbox, ledger: Ledger) -> str:
    """In a footnote only its character: LibreOffice saves a control there as XML that nothing can read."""
    glyph = run(f"<w:t>{box.glyph}</w:t>", FONTS)
    if ledger.in_note:
        return glyph
    properties = tag("sdtPr", tag("id", val=ledger.mark()), check_box_states(box.checked))
    return tag("sdt", properties, tag("sdtContent", glyph))


@cache
def check_box_states(checked: bool) -> str:
    states = "".join(
        f'<w14:{name} w14:val="{ord(Checkbox(state).glyph):04X}" w14:font="{FONT}"/>'
        for name, state in (("checkedState", True), ("uncheckedState", False))
    )
    return f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'


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
