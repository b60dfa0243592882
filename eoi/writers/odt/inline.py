"""Words within a line: spans, links, breaks, footnotes, and the comments of reviewers as annotations."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from eoi.document.inline import (
    Checkbox,
    Code,
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    LineBreak,
    Link,
    Reference,
    Remark,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.walk import walk_inlines
from eoi.writers.odt.xml import OdtContext, keep_last_space, write_span_xml, write_text_xml
from eoi.writers.text import encode_external_address, escape, keep_together

AUTHOR = "eoi"
EXTENDED = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
PARENT, RESOLVED = "loext:parent-name", "loext:resolved"  # as LibreOffice writes them


class Within(NamedTuple):
    """The links and notes that words are already part of."""

    link: bool = False
    note: bool = False


TEXT = Within()
# A single line marks insertions and deletions, and a double line marks moves.
UNDERLINED = tuple(
    '<style:text-properties style:text-underline-style="solid" style:text-underline-width="auto"'
    f' style:text-underline-type="{times}"/>'
    for times in ("single", "double")
)
STRUCK = tuple(
    f'<style:text-properties style:text-line-through-style="solid" style:text-line-through-type="{times}"/>'
    for times in ("single", "double")
)


def write_inlines(children: tuple[Inline, ...], context: OdtContext, within: Within = TEXT) -> str:
    """Write the content of a line."""
    return "".join([write_inline(child, context, within) for child in children])


def write_inline(inline: Inline, context: OdtContext, within: Within) -> str:
    """Write one inline value."""
    match inline:
        case Text(text):
            return write_text_xml(keep_together(text))
        case Strong(children):
            return write_span_xml("Strong_20_Emphasis", write_inlines(children, context, within))
        case Emphasis(children):
            return write_span_xml("Emphasis", write_inlines(children, context, within))
        case InsertedWords(children, move):
            style = context.style("text", "", UNDERLINED[bool(move)])
            return write_span_xml(style, write_inlines(children, context, within))
        case DeletedWords(children, move):
            style = context.style("text", "", STRUCK[bool(move)])
            return write_span_xml(style, write_inlines(children, context, within))
        case Code(text):
            return write_span_xml("Source_20_Text", write_text_xml(text))
        case Link():
            return write_link(inline, context, within)
        case Reference():
            return write_reference(inline, context, within)
        case Footnote():
            return write_footnote(inline, context, within)
        case Checkbox():  # only a character: a form control has no text, and Word moves it
            return write_span_xml("Check_20_Box", inline.glyph)
        case RemarkedWords(children, remarks):
            content = write_inlines(children, context, within)
            return content if within.note else add_remarks(content, remarks, context)
        case LineBreak():
            return "<text:line-break/>"
        case _:
            assert_never(inline)


def write_link(inline: Link, context: OdtContext, within: Within) -> str:
    """Write a link. If it has no target or is inside another link, only its text is written."""
    target = "" if within.link else write_link_target(inline.href, context)
    if not target:
        return write_inlines(inline.children, context, within)
    content = write_inlines(inline.children, context, within._replace(link=True))
    return write_link_xml(target, content, "Internet_20_link", "Visited_20_Internet_20_Link")


def write_link_xml(target: str, content: str, style: str, visited: str) -> str:
    """Write a link with the styles for before and after it is followed."""
    styles = f'text:style-name="{style}" text:visited-style-name="{visited}"'
    return f'<text:a xlink:type="simple" xlink:href="{escape(target)}" {styles}>{content}</text:a>'


def write_link_target(href: str, context: OdtContext) -> str:
    """Return the target of a link; return an empty text if it has none."""
    if href.startswith("#"):
        bookmark = context.bookmarks.get(href[1:])
        return f"#{bookmark}" if bookmark else ""
    return encode_external_address(href)


def write_reference(inline: Reference, context: OdtContext, within: Within) -> str:
    """Write a field that repeats a caption's label, or a paragraph's number.

    A program updates it if something is inserted before the caption or paragraph.
    """
    is_counted = inline.anchor in context.counted
    if within.link or not (is_counted or inline.anchor in context.labelled):
        return write_link(Link(f"#{inline.anchor}", (Text(inline.text),)), context, within)
    name = context.bookmarks[inline.anchor]
    words = write_text_xml(keep_together(inline.text))
    form = f'text:reference-format="{"number" if is_counted else "text"}"'
    return f'<text:bookmark-ref {form} text:ref-name="{name}">{words}</text:bookmark-ref>'


def write_footnote(note: Footnote, context: OdtContext, within: Within) -> str:
    """Write a footnote.

    A note inside a note becomes text in brackets. Comments inside a note move to its number, since
    LibreOffice allows none in a note.
    """
    if within.note:
        return f"<text:s/>({write_inlines(note.children, context, within)})"
    content = write_inlines(note.children, context, Within(note=True))
    remarks = [part.remarks for part in walk_inlines(note.children) if isinstance(part, RemarkedWords)]
    return add_remarks(
        write_note(content, context), tuple(remark for some in remarks for remark in some), context
    )


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
    title = () if remark.by else (write_span_xml("Strong_20_Emphasis", write_text_xml(remark.title)),)
    lines = [*title, *map(write_text_xml, remark.paragraphs)]
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
