"""Pictures in dots, for programs that cannot draw SVG: old versions of Word, LibreOffice and previewers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from eoi.writers.typesetting import compiler
from eoi.writers.unavailable import Unavailable

DOTS_PER_INCH = 144  # three dots for two pixels: sharp in print, and drawn in half the time of two a pixel
PROGRAM = Path(__file__).with_suffix(".typ")


@lru_cache(maxsize=32)  # Word and ODT want the same pictures
def png(svg: str, width: int, height: int) -> bytes | None:
    """The picture; none where there is no Typst to draw it."""
    try:
        typst = compiler()
    except Unavailable:
        return None
    inputs = {"svg": svg, "width": str(width), "height": str(height)}
    made = typst.compile(PROGRAM.read_bytes(), format="png", ppi=DOTS_PER_INCH, sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made
