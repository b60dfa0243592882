"""The files behind the figures: each drawing as SVG, and as PNG for programs that cannot draw it."""

from __future__ import annotations

from eoi.document.blocks import Figure
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.package import Part
from eoi.writers.docx.static import PARTS

PLAIN_PICTURE = "media/plain.png"


def picture_parts(ledger: Ledger) -> list[Part]:
    found = []
    for figure, number in ledger.pictures.items():
        found.append(Part(f"word/media/png{number}.png", "image", raster(figure)))
        found.append(Part(f"word/media/svg{number}.svg", "image", figure.svg))
    return found


def raster(figure: Figure) -> bytes:
    """Where no PNG can be made, a plain one stands in: programs that know SVG never show it."""
    from eoi.writers.raster import png  # late, since most documents have no pictures

    return png(figure.svg, figure.width, figure.height) or (PARTS / PLAIN_PICTURE).read_bytes()
