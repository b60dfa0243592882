"""The text of a document, block by block, in sections of pages with one orientation.

A figure is drawn as SVG, with a PNG for programs that cannot show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from eoi.document.blocks import BulletList, Figure, Heading, NumberedList, Paragraph, Table
from eoi.document.inline import Inline
from eoi.writers.docx.contents import write_contents
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.package import PARTS, PackagePart
from eoi.writers.docx.pages import PageSetup
from eoi.writers.docx.paragraphs import (
    write_bullets,
    write_caption,
    write_line,
    write_numbers,
    write_paragraph,
    write_section_end,
)
from eoi.writers.docx.revisions import mark_end, mark_runs
from eoi.writers.docx.tables import write_table
from eoi.writers.docx.xml import write_run, write_tag, write_whole_part
from eoi.writers.office_blocks import BlockWriter
from eoi.writers.page import HEADING_STYLES, ROLE_STYLES, Surroundings, compute_figure_size
from eoi.writers.page_layout import Stretch
from eoi.writers.text import escape

EMU = 635  # EMUs to a twip
DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006"
SVG_ML = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
PLAIN_PICTURE = "media/plain.png"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


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
        written.append(
            blocks.write_blocks(stretch.blocks, place) if stretch.blocks else write_section_end(ends)
        )
    # The last table is treated as if a heading followed: a visible line after it could need a page of its
    # own.
    end = Surroundings.on(setup.page_for(last.wide))._replace(before_heading=True)
    text = blocks.write_blocks(last.blocks, end)
    return write_whole_part(
        "document", write_tag("body", *written, text, setup.section(last.wide, first=not earlier))
    )


def write_figure(block: Figure, place: Surroundings, context: WordContext) -> str:
    """Write a figure below its caption."""
    above = place._replace(ends="")
    caption = write_caption(
        "Figure", block.number, block.caption, block.anchor, above, context, block.revision
    )
    picture = mark_runs(write_run(write_drawing(block, place, context)), block.revision, context)
    end = mark_end(block.revision, context)
    return caption + write_paragraph("Figure", picture, place._replace(opens=False, line_end=end))


def write_drawing(block: Figure, place: Surroundings, context: WordContext) -> str:
    """Write a drawing as part of a line of text, so that it stays with its caption."""
    number, picture = context.take_number(), context.pictures[block]
    width, height = (EMU * twips for twips in compute_figure_size(block, place))
    about = f'id="{number}" name="Figure {number}" descr="{escape(block.alt)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING_ML}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {about}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{DRAWING_ML}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING_ML}/main"><a:graphicData uri="{DRAWING_ML}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING_ML}/picture"><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="png{picture}"><a:extLst><a:ext uri="{SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG_ML}" r:embed="svg{picture}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def make_picture_parts(context: WordContext) -> list[PackagePart]:
    """Return each picture twice: as SVG, and as PNG for programs that cannot draw SVG."""
    found = []
    for figure, number in context.pictures.items():
        found.append(PackagePart(f"word/media/png{number}.png", "image", draw_raster(figure)))
        found.append(PackagePart(f"word/media/svg{number}.svg", "image", figure.svg))
    return found


def draw_raster(figure: Figure) -> bytes:
    """Return a PNG of a figure, or a blank one if Typst is missing.

    Programs that can show SVG never show it.
    """
    from eoi.writers.typesetting import draw_png  # late, since most documents have no pictures

    return draw_png(figure.svg, figure.width, figure.height) or (PARTS / PLAIN_PICTURE).read_bytes()
