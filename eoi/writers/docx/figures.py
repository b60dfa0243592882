"""Figures: a caption, and the drawing under it as SVG, with a picture of it for programs that show none."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.writers.docx.captions import caption
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.xml import run
from eoi.writers.figure_size import size
from eoi.writers.place import Place
from eoi.writers.xml import escaped

EMU = 635  # to a twip
DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006"
SVG_ML = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def figure(block: Figure, place: Place, ledger: Ledger) -> str:
    head = caption("Figure", block.number, block.caption, block.anchor, place, ledger)
    return head + paragraph("Figure", run(drawing(block, place, ledger)), place._replace(opens=False))


def drawing(block: Figure, place: Place, ledger: Ledger) -> str:
    """In the line of text, so that it stays with its caption and needs no place of its own."""
    number, picture = ledger.mark(), ledger.pictures[block]
    width, height = (EMU * twips for twips in size(block, place))
    about = f'id="{number}" name="Figure {number}" descr="{escaped(block.alt)}"'
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
