"""Paragraphs, captions and lists in Word's XML: their style, and properties that depend on their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eoi.document.blocks import BulletList, NumberedList, Revision
from eoi.document.inline import Inline
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.adaptation import Blocks
from eoi.writers.docx.context import Numbering, WordContext
from eoi.writers.docx.inline import write_inlines
from eoi.writers.docx.revisions import mark_end, mark_runs, wrap_moved_line
from eoi.writers.docx.xml import write_field_end, write_field_start, write_tag, write_text_runs
from eoi.writers.page import Surroundings
from eoi.writers.page_layout import ends_with_short_items
from eoi.writers.text import UNBROKEN, runs_right_to_left

RIGHT = '<w:jc w:val="right"/>'
SECTIONS = 5  # the list of sections and their paragraphs, in numbering.xml


def write_line(
    style: str,
    children: tuple[Inline, ...],
    place: Surroundings,
    context: WordContext,
    anchor: str = "",
    paths: str = "",
) -> str:
    """Write a paragraph with its words, its bookmark and a mark for the fields that it shows."""
    words = write_inlines(children, context)
    if context.revisions:
        words = wrap_moved_line(words, children, context)
    content = add_bookmark(anchor, words, context) if anchor else words
    if paths:
        content = context.bookmark_of_fields(paths) + content
    rtl = not words.isascii() and runs_right_to_left(read_plain_words(children))
    return write_paragraph(style, content, place, rtl=rtl)


def add_bookmark(anchor: str, content: str, context: WordContext) -> str:
    """Put the bookmark of an anchor around content."""
    start, end = context.bookmark_ends(anchor)
    return start + content + end


def write_paragraph(style: str, content: str, place: Surroundings | None = None, *, rtl: bool = False) -> str:
    """Write a paragraph from content that is XML already."""
    place = place or Surroundings()
    direction = "<w:bidi/>" if rtl else ""
    together = ("<w:keepNext/>" if place.leads else "") + ("<w:pageBreakBefore/>" if place.opens else "")
    properties = (
        f'<w:pStyle w:val="{style}"/>{together}{write_marker(place)}{direction}{indent(style, place)}'
        f"{RIGHT if place.right and not rtl else ''}{place.line_end}{place.ends}"
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def write_section_end(properties: str = "", line_end: str = "") -> str:
    """Write a line too thin to see, which can hold the properties of the section that it ends."""
    return write_paragraph("SectionEnd", "", Surroundings(ends=properties, line_end=line_end))


def write_marker(place: Surroundings) -> str:
    """Write the bullet or the number of a paragraph; return an empty text if it has none."""
    level, number = (
        (place.marker_level, place.marker) if place.marker is not None else (place.counted, SECTIONS)
    )
    if level is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def indent(style: str, place: Surroundings) -> str:
    """Write the indent of a paragraph, unless its style has the same."""
    if place.indent == place.own_indent(style):
        return ""
    hanging = "" if place.marker is None else f' w:hanging="{min(place.step, place.indent)}"'
    return f'<w:ind w:left="{place.indent}"{hanging}/>'


def write_caption(
    label: str,
    number: int | None,
    words: tuple[Inline, ...],
    anchor: str,
    place: Surroundings,
    context: WordContext,
    revision: Revision = "",
) -> str:
    """Write a caption.

    Its bookmark covers the words that a reference repeats: the label and number, or the whole caption. A line
    that only holds the bookmark stays on the page of the table too, or a heading above would stand alone.
    """
    text, place = write_inlines(words, context), place._replace(line_end=mark_end(revision, context))
    if number is None:
        content = add_bookmark(anchor, text, context)
    else:
        name = write_text_runs(f"{label}{UNBROKEN}") + write_number_field(label, number, context)
        name = add_bookmark(anchor, name, context)
        content = mark_runs(name + (write_text_runs(": ") if text else ""), revision, context) + text
    if not (text or number is not None):
        return write_paragraph(place.twin("TableSpace"), content, place._replace(leads=True))
    rtl = runs_right_to_left(read_plain_words(words))
    return write_paragraph("Caption", content, place._replace(leads=True), rtl=rtl)


def write_number_field(label: str, number: int, context: WordContext) -> str:
    """Write the number as a field, so that Word renumbers captions when one is added.

    If the document's own numbers leave some out, the field starts again at this number.
    """
    restart = "" if context.counts_on(label, number) else rf"\r {number} "
    return (
        write_field_start(rf" SEQ {label} \* ARABIC {restart}")
        + write_text_runs(str(number))
        + write_field_end()
    )


WriteBlocks = Callable[[Blocks, Surroundings], str]

BULLETS, CELL_BULLETS = 1, 3  # as in numbering.xml
NUMBERS, CELL_NUMBERS = 2, 4


def write_bullets(block: BulletList, place: Surroundings, write_blocks: WriteBlocks) -> str:
    """Write a list with bullets."""
    number = CELL_BULLETS if place.in_cell else BULLETS
    return write_items(block.items, place.item(number, "ListBullet"), write_blocks)


def write_numbers(
    block: NumberedList, place: Surroundings, context: WordContext, write_blocks: WriteBlocks
) -> str:
    """Write a numbered list that begins with its own start number."""
    number = context.numbering(place.list_level, block.start, place.in_cell)
    return write_items(block.items, place.item(number, "ListNumber"), write_blocks)


def write_items(items: Sequence[Blocks], last: Surroundings, write_blocks: WriteBlocks) -> str:
    """Write the items of a list. Only the last one depends on the block after the list."""
    places = [last._replace(before_heading=False, ends="")] * (len(items) - 1) + [last]
    if not last.in_cell and ends_with_short_items(items):
        places[-2] = places[-2]._replace(leads_all=True)
    return "".join([write_blocks(blocks, place) for blocks, place in zip(items, places, strict=False)])


def write_numbering_instance(numbering: Numbering) -> str:
    """Write the instance of a numbered list, which begins with its start number."""
    pattern = CELL_NUMBERS if numbering.in_cell else NUMBERS
    restart = write_tag("lvlOverride", write_tag("startOverride", val=numbering.start), ilvl=numbering.level)
    return write_tag("num", write_tag("abstractNumId", val=pattern), restart, numId=numbering.number)
