"""Words within a line: runs, links, breaks, check boxes, comments and footnotes."""

from __future__ import annotations

from functools import cache
from typing import assert_never

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
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.walk import walk_inlines
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.notes import add_comments, add_footnote
from eoi.writers.docx.revisions import mark_runs
from eoi.writers.docx.xml import (
    PLAIN,
    Face,
    write_field_end,
    write_field_start,
    write_run,
    write_tag,
    write_text_runs,
)
from eoi.writers.text import encode_external_address, keep_together

FONT = "Segoe UI Symbol"  # every Windows has it; other systems take the character from a font that has it
FONTS = write_tag("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def write_check_box(box: Checkbox, context: WordContext) -> str:
    """Write a check box.

    In a footnote it is only a character, since LibreOffice saves a control there as broken XML.
    """
    glyph = write_run(f"<w:t>{box.glyph}</w:t>", FONTS)
    if context.in_note:
        return glyph
    properties = write_tag(
        "sdtPr", write_tag("id", val=context.take_number()), write_check_box_states(box.checked)
    )
    return write_tag("sdt", properties, write_tag("sdtContent", glyph))


@cache
def write_check_box_states(checked: bool) -> str:
    """Write the state of a check box, and the character that Word shows for each state."""
    states = "".join(
        f'<w14:{name} w14:val="{ord(Checkbox(state).glyph):04X}" w14:font="{FONT}"/>'
        for name, state in (("checkedState", True), ("uncheckedState", False))
    )
    return f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'


def write_inlines(children: tuple[Inline, ...], context: WordContext, face: Face = PLAIN) -> str:
    """Write the content of a line, which is a single text in most cells."""
    if len(children) == 1 and isinstance(text := children[0], Text):
        return write_text_runs(keep_together(text.text), face)
    return "".join([write_inline(child, context, face) for child in children])


def write_inline(inline: Inline, context: WordContext, face: Face) -> str:
    """Write one inline value with the emphasis of the text around it."""
    match inline:
        case Text():
            return write_text_runs(keep_together(inline.text), face)
        case Strong():
            return write_inlines(inline.children, context, face._replace(strong=True))
        case Emphasis():
            return write_inlines(inline.children, context, face._replace(emphasis=True))
        case Code():
            return write_text_runs(inline.text, face._replace(code=True))
        case Link():
            return write_link(inline, context, face)
        case Reference():
            return write_reference(inline, context, face)
        case Footnote():
            return write_footnote(inline, context)
        case Checkbox():
            return write_check_box(inline, context)
        case RemarkedWords():
            return write_remarked(inline, context, face)
        case InsertedWords():
            return mark_runs(write_inlines(inline.children, context, face), "inserted", context, inline.move)
        case DeletedWords():
            return mark_runs(write_inlines(inline.children, context, face), "deleted", context, inline.move)
        case LineBreak():
            return write_run("<w:br/>")
        case _:
            assert_never(inline)


def write_link(link: Link, context: WordContext, face: Face) -> str:
    """Write a link. If it has no target or is inside another link, only its text is written."""
    target = "" if face.link else write_link_target(link.href, context)
    if not target:
        return write_inlines(link.children, context, face)
    content = write_inlines(link.children, context, face._replace(link=True))
    return f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>'


def write_link_target(href: str, context: WordContext) -> str:
    """Return the attribute with the target of a link; return an empty text if it has none."""
    if href.startswith("#"):
        bookmark = context.bookmarks.get(href[1:])
        return f'w:anchor="{bookmark}"' if bookmark else ""
    address = encode_external_address(href)
    return f'r:id="{context.link(address)}"' if address else ""


def write_reference(inline: Reference, context: WordContext, face: Face) -> str:
    """Write a field that repeats a caption's label, or a paragraph's number.

    Word updates it if something is inserted before the caption or paragraph.
    """
    words = write_text_runs(keep_together(inline.text), face)
    if not face.link and inline.anchor in context.counted:
        return (
            write_field_start(rf" REF {context.bookmarks[inline.anchor]} \r \h ") + words + write_field_end()
        )
    if face.link or inline.anchor not in context.labelled:
        return write_link(Link(f"#{inline.anchor}", (Text(inline.text),)), context, face)
    return write_field_start(rf" REF {context.bookmarks[inline.anchor]} \h ") + words + write_field_end()


def write_footnote(note: Footnote, context: WordContext) -> str:
    """Write a footnote.

    A footnote inside a footnote becomes text in brackets, and a comment inside one moves to its mark. Word
    allows neither.
    """
    if context.in_note:
        return write_text_runs(" (") + write_inlines(note.children, context) + write_text_runs(")")
    mark = add_footnote(write_inlines(note.children, context.of_notes()), context)
    remarks = [part.remarks for part in walk_inlines(note.children) if isinstance(part, RemarkedWords)]
    return add_comments(mark, tuple(remark for some in remarks for remark in some), context)


def write_remarked(inline: RemarkedWords, context: WordContext, face: Face) -> str:
    """Write words with comments on them.

    Word allows no comments in a footnote, so they are left out there.
    """
    content = write_inlines(inline.children, context, face)
    return content if context.in_note else add_comments(content, inline.remarks, context)
