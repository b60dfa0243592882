"""Figures: a caption above the drawing as SVG, with a PNG for programs that cannot show SVG."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.package import PARTS, PackagePart
from eoi.writers.docx.paragraphs import write_caption, write_paragraph
from eoi.writers.docx.revisions import mark_end, mark_runs
from eoi.writers.docx.xml import write_run
from eoi.writers.page import Surroundings, figure_size
from eoi.writers.text import escape

EMU = 635  # EMUs to a twip
DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006"
SVG_ML = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


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
    width, height = (EMU * twips for twips in figure_size(block, place))
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


PLAIN_PICTURE = "media/plain.png"


def picture_parts(context: WordContext) -> list[PackagePart]:
    """Return each picture twice: as SVG, and as PNG for programs that cannot draw SVG."""
    found = []
    for figure, number in context.pictures.items():
        found.append(PackagePart(f"word/media/png{number}.png", "image", raster(figure)))
        found.append(PackagePart(f"word/media/svg{number}.svg", "image", figure.svg))
    return found


def raster(figure: Figure) -> bytes:
    """Return a PNG of a figure, or a blank one if Typst is missing.

    Programs that can show SVG never show it.
    """
    from eoi.writers.typesetting import png  # late, since most documents have no pictures

    return png(figure.svg, figure.width, figure.height) or (PARTS / PLAIN_PICTURE).read_bytes()
