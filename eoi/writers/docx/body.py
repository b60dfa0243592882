"""The text of a document, block by block, in sections of pages with one orientation."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.document.blocks import BulletList, Figure, Heading, Inline, NumberedList, Paragraph, Table
from eoi.writers.docx.contents import write_contents
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.figures import write_figure
from eoi.writers.docx.pages import PageSetup
from eoi.writers.docx.paragraphs import section_end, write_bullets, write_line, write_numbers
from eoi.writers.docx.revisions import mark_end
from eoi.writers.docx.tables import write_table
from eoi.writers.docx.xml import part_xml, tag
from eoi.writers.office_blocks import BlockWriter
from eoi.writers.page import HEADING_STYLES, ROLE_STYLES, Surroundings
from eoi.writers.page_layout import Stretch


class WordBlocks(BlockWriter[str]):
    """The blocks of a document as Word wants them."""

    def __init__(self, context: WordContext) -> None:
        self.context = context

    def join(self, parts: list[str]) -> str:
        return "".join(parts)

    def write_paragraph(self, paragraph: Paragraph, place: Surroundings) -> str:
        style = place.style(ROLE_STYLES[paragraph.role])
        here = self.at(place, paragraph, 1)
        return write_line(style, paragraph.children, here, self.context, paragraph.anchor, paragraph.paths)

    def at(self, place: Surroundings, block: Heading | Paragraph, level: int) -> Surroundings:
        """Return the surroundings of a line with its number's level and the revision of its end."""
        if not (block.revision or block.number):
            return place
        end = mark_end(block.revision, self.context)
        return place._replace(counted=level if block.number else place.counted, line_end=end)

    def write_line(self, style: str, words: tuple[Inline, ...], place: Surroundings) -> str:
        return write_line(style, words, place, self.context)

    def write_heading(self, heading: Heading, place: Surroundings) -> str:
        style = HEADING_STYLES[heading.level]
        here = self.at(place, heading, 0)
        return write_line(style, heading.children, here, self.context, heading.anchor, heading.paths)

    def write_bullets(self, bullets: BulletList, place: Surroundings) -> str:
        return write_bullets(bullets, place, self.write_blocks)

    def write_numbers(self, numbers: NumberedList, place: Surroundings) -> str:
        return write_numbers(numbers, place, self.context, self.write_blocks)

    def write_table(self, table: Table, place: Surroundings) -> str:
        return write_table(table, place, self.context, self.write_blocks)

    def write_figure(self, figure: Figure, place: Surroundings) -> str:
        return write_figure(figure, place, self.context)

    def write_contents(self, place: Surroundings) -> str:
        return write_contents(place, self.context)


def write_document(stretches: Sequence[Stretch], setup: PageSetup, context: WordContext) -> str:
    """Write a section for each stretch.

    All but the last end in a paragraph with the properties of their pages.
    """
    blocks = WordBlocks(context)
    *earlier, last = stretches or (Stretch(False, ()),)
    written = []
    for index, stretch in enumerate(earlier):
        ends = setup.section(stretch.wide, first=index == 0)
        place = Surroundings.on(setup.page_for(stretch.wide))._replace(ends=ends)
        written.append(blocks.write_blocks(stretch.blocks, place) if stretch.blocks else section_end(ends))
    # The last table is treated as if a heading followed: a visible line after it could need a page of its
    # own.
    end = Surroundings.on(setup.page_for(last.wide))._replace(before_heading=True)
    text = blocks.write_blocks(last.blocks, end)
    return part_xml("document", tag("body", *written, text, setup.section(last.wide, first=not earlier)))
