"""Figures: a caption above the drawing as SVG, with a PNG for programs that cannot show SVG."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.document.subset.inlines import plain_text
from eoi.writers.odt.paragraphs import write_caption, write_paragraph
from eoi.writers.odt.xml import OdtContext, points
from eoi.writers.page import Surroundings, figure_size
from eoi.writers.text import escape


def write_figure(block: Figure, place: Surroundings, context: OdtContext) -> str:
    """Write a figure below its caption."""
    head = write_caption("Figure", block.number, block.caption, block.anchor, place, context)
    return head + write_paragraph("Figure", write_drawing(block, place, context), place, context)


def write_drawing(block: Figure, place: Surroundings, context: OdtContext) -> str:
    """Write a drawing as part of a line of text, so that it stays with its caption."""
    width, height = (points(twips) for twips in figure_size(block, place))
    images = "".join(
        [
            f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            for name in pictures(block, context.pictures[block])
        ]
    )
    label = f"Figure {block.number}: " if block.number is not None else ""
    title = f"{label}{plain_text(block.caption)}".removesuffix(": ")
    return (
        f'<draw:frame draw:style-name="Graphics" draw:name="Figure {context.next("drawing")}"'
        f' text:anchor-type="as-char" svg:x="0pt" svg:y="0pt"'
        f' svg:width="{width}" svg:height="{height}">{images}'
        f"<svg:title>{escape(title)}</svg:title><svg:desc>{escape(block.alt)}</svg:desc></draw:frame>"
    )


def picture_parts(context: OdtContext) -> dict[str, str | bytes]:
    """Return the files of all pictures."""
    return {
        name: content
        for block, number in context.pictures.items()
        for name, content in pictures(block, number).items()
    }


def pictures(block: Figure, number: int) -> dict[str, str | bytes]:
    """Return the files of a drawing by name: SVG, and PNG if one can be made.

    A program shows the first file that it can.
    """
    from eoi.writers.typesetting import png  # late, since most documents have no pictures

    found: dict[str, str | bytes] = {f"Pictures/figure{number}.svg": block.svg}
    if raster := png(block.svg, block.width, block.height):
        found[f"Pictures/figure{number}.png"] = raster
    return found
