"""The text of a document, block by block."""

from __future__ import annotations

from itertools import chain

from eoi.document.blocks import BulletList, Figure, Heading, NumberedList, Paragraph, Table
from eoi.document.inline import Inline
from eoi.writers.odt.captions import write_figure
from eoi.writers.odt.contents import write_contents
from eoi.writers.odt.inline import write_inlines
from eoi.writers.odt.paragraphs import (
    OdtPiece,
    Pieces,
    add_bookmark,
    choose_paragraph_style,
    is_right_to_left,
    write_bullets,
    write_line,
    write_numbers,
)
from eoi.writers.odt.tables import write_table
from eoi.writers.odt.xml import NEXT_PAGE, OdtContext, keep_last_space
from eoi.writers.office_blocks import BlockWriter
from eoi.writers.page import HEADING_STYLES, ROLE_STYLES, Surroundings


class OdtBlocks(BlockWriter[Pieces]):
    """The blocks of a document as OpenDocument XML."""

    def __init__(self, context: OdtContext) -> None:
        self.context = context

    def join(self, parts: list[Pieces]) -> Pieces:
        return tuple(chain.from_iterable(parts))

    def write_paragraph(self, paragraph: Paragraph, place: Surroundings) -> Pieces:
        style = place.style(ROLE_STYLES[paragraph.role])
        line = write_line(style, paragraph.children, place, self.context, paragraph.anchor, paragraph.paths)
        return (write_counted(line, 2, self.context) if paragraph.number else OdtPiece(line),)

    def write_line(self, style: str, words: tuple[Inline, ...], place: Surroundings) -> Pieces:
        return (OdtPiece(write_line(style, words, place, self.context)),)

    def write_heading(self, heading: Heading, place: Surroundings) -> Pieces:
        if heading.opens and place.is_body:
            self.context.opening = self.context.opening or NEXT_PAGE
        line = write_heading(heading, place, self.context)
        return (write_counted(line, 1, self.context) if heading.number else OdtPiece(line),)

    def write_bullets(self, bullets: BulletList, place: Surroundings) -> Pieces:
        return write_bullets(bullets, place, self.write_blocks)

    def write_numbers(self, numbers: NumberedList, place: Surroundings) -> Pieces:
        return write_numbers(numbers, place, self.write_blocks)

    def write_table(self, table: Table, place: Surroundings) -> Pieces:
        return (OdtPiece(write_table(table, place, self.context, self.write_blocks), fits_a_list=False),)

    def write_figure(self, figure: Figure, place: Surroundings) -> Pieces:
        return (OdtPiece(write_figure(figure, place, self.context)),)

    def write_contents(self, place: Surroundings) -> Pieces:  # noqa: ARG002
        return (OdtPiece(write_contents(self.context), fits_a_list=False),)


def write_counted(line: str, level: int, context: OdtContext) -> OdtPiece:
    """Put a line into the single list that numbers sections and their paragraphs."""
    number = context.next("section")
    goes_on = f' text:continue-list="sections{number - 1}"' if number > 1 else ""
    for _ in range(level - 1):
        line = f"<text:list><text:list-item>{line}</text:list-item></text:list>"
    start = f'<text:list xml:id="sections{number}" text:style-name="Sections"{goes_on}>'
    return OdtPiece(f"{start}<text:list-item>{line}</text:list-item></text:list>", fits_a_list=False)


def write_heading(block: Heading, place: Surroundings, context: OdtContext) -> str:
    """Write a heading. The document's title is a paragraph, since the outline begins with its sections."""
    style = HEADING_STYLES[block.level]
    if block.level == 1:
        return write_line(style, block.children, place, context, block.anchor, block.paths)
    words = add_bookmark(block.anchor, write_inlines(block.children, context), context)
    content = keep_last_space(context.bookmark_of_fields(block.paths) + words)
    name = choose_paragraph_style(style, place, context, rtl=is_right_to_left(content, block.children))
    return f'<text:h text:style-name="{name}" text:outline-level="{block.level - 1}">{content}</text:h>'
