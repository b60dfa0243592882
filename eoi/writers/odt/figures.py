"""Figures: a caption, and the drawing under it as SVG, with a picture of it for programs that show none."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.document.inlines import plain_text
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.paragraphs import caption, paragraph
from eoi.writers.odt.xml import points
from eoi.writers.page import Place, size
from eoi.writers.xml import escaped


def figure(block: Figure, place: Place, ledger: Ledger) -> str:
    head = caption("Figure", block.number, block.caption, block.anchor, place, ledger)
    return head + paragraph("Figure", drawing(block, place, ledger), place, ledger)


def drawing(block: Figure, place: Place, ledger: Ledger) -> str:
    """In the line of text, so that it stays with its caption and needs no place of its own."""
    width, height = (points(twips) for twips in size(block, place))
    images = "".join(
        [
            f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            for name in pictures(block, ledger.pictures[block])
        ]
    )
    title = f"Figure {block.number}: {plain_text(block.caption)}".removesuffix(": ")
    return (
        f'<draw:frame draw:style-name="Graphics" draw:name="Figure {ledger.next("drawing")}"'
        f' text:anchor-type="as-char" svg:x="0pt" svg:y="0pt"'
        f' svg:width="{width}" svg:height="{height}">{images}'
        f"<svg:title>{escaped(title)}</svg:title><svg:desc>{escaped(block.alt)}</svg:desc></draw:frame>"
    )


def picture_parts(ledger: Ledger) -> dict[str, str | bytes]:
    return {
        name: content
        for block, number in ledger.pictures.items()
        for name, content in pictures(block, number).items()
    }


def pictures(block: Figure, number: int) -> dict[str, str | bytes]:
    """The drawing, and a picture of it where one can be made: programs show the first that they can."""
    from eoi.writers.typesetting import png  # late, since most documents have no pictures

    found: dict[str, str | bytes] = {f"Pictures/figure{number}.svg": block.svg}
    if raster := png(block.svg, block.width, block.height):
        found[f"Pictures/figure{number}.png"] = raster
    return found
