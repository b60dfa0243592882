"""Words within a line: spans, links, breaks, and what is hung on words."""

from __future__ import annotations

from typing import NamedTuple, assert_never

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
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.notes import annotated, note_xml
from eoi.writers.odt.xml import span, text_xml
from eoi.writers.text import external_address, held
from eoi.writers.xml import escaped


class Within(NamedTuple):
    """What the words are part of already."""

    link: bool = False
    note: bool = False


TEXT = Within()


def inlines_xml(children: tuple[Inline, ...], ledger: Ledger, within: Within = TEXT) -> str:
    return "".join([inline_xml(child, ledger, within) for child in children])


def inline_xml(inline: Inline, ledger: Ledger, within: Within) -> str:
    match inline:
        case Text(text):
            return text_xml(held(text))
        case Strong(children):
            return span("Strong_20_Emphasis", inlines_xml(children, ledger, within))
        case Emphasis(children):
            return span("Emphasis", inlines_xml(children, ledger, within))
        case Code(text):
            return span("Source_20_Text", text_xml(text))
        case Link():
            return link(inline, ledger, within)
        case Reference():
            return reference(inline, ledger, within)
        case Footnote():
            return footnote(inline, ledger, within)
        case Checkbox():  # a character: a form control has no text, and Word does not keep it in its place
            return span("Check_20_Box", inline.glyph)
        case Remarked(children, remarks):
            content = inlines_xml(children, ledger, within)
            return content if within.note else annotated(content, remarks, ledger)
        case LineBreak():
            return "<text:line-break/>"
        case _:
            assert_never(inline)


def link(inline: Link, ledger: Ledger, within: Within) -> str:
    """A link that leads nowhere, or stands within another, is written as its text."""
    target = "" if within.link else target_of(inline.href, ledger)
    if not target:
        return inlines_xml(inline.children, ledger, within)
    content = inlines_xml(inline.children, ledger, within._replace(link=True))
    return link_xml(target, content, "Internet_20_link", "Visited_20_Internet_20_Link")


def link_xml(target: str, content: str, style: str, visited: str) -> str:
    styles = f'text:style-name="{style}" text:visited-style-name="{visited}"'
    return f'<text:a xlink:type="simple" xlink:href="{escaped(target)}" {styles}>{content}</text:a>'


def target_of(href: str, ledger: Ledger) -> str:
    if href.startswith("#"):
        bookmark = ledger.bookmarks.get(href[1:])
        return f"#{bookmark}" if bookmark else ""
    return external_address(href)


def reference(inline: Reference, ledger: Ledger, within: Within) -> str:
    """A field that takes the words of the caption's label, and follows when a table is put in before it."""
    if within.link or inline.anchor not in ledger.labelled:
        return link(Link(f"#{inline.anchor}", (Text(inline.text),)), ledger, within)
    name = ledger.bookmarks[inline.anchor]
    words = text_xml(held(inline.text))
    return (
        f'<text:bookmark-ref text:reference-format="text" text:ref-name="{name}">{words}</text:bookmark-ref>'
    )


def footnote(note: Footnote, ledger: Ledger, within: Within) -> str:
    """There is no note within a note, which stands there in brackets, and LibreOffice has no remarks in one:
    they are hung on its number."""
    if within.note:
        return f"<text:s/>({inlines_xml(note.children, ledger, within)})"
    content = inlines_xml(note.children, ledger, Within(note=True))
    remarks = [part.remarks for part in walk_inlines(note.children) if isinstance(part, Remarked)]
    return annotated(note_xml(content, ledger), tuple(remark for some in remarks for remark in some), ledger)
