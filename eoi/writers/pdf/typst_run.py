"""From data to pages: the one call of Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.writers.pdf.finishing import finish
from eoi.writers.typesetting import compiler

if TYPE_CHECKING:
    from typst import PDFStandard

PROGRAM = Path(__file__).with_name("document.typ")
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
# In running text a font has none; in a picture it has several where Typst tells the text of but one.
NO_GLYPH = ("could not be displayed", "missing codepoints")


class NoGlyph(Exception):
    """A sequence of characters for which no font has glyphs, though one has each of the characters."""


def set_pdf(data: dict[str, Any]) -> bytes:
    """Set the pages with Typst; raise `NoGlyph` where the fonts lack a character."""
    typst = compiler()
    inputs = {"document": json.dumps(data)}
    try:
        made = typst.compile(PROGRAM.read_bytes(), format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs)
    except RuntimeError as error:
        if any(words in str(error) for words in NO_GLYPH):
            raise NoGlyph(str(error)) from error
        raise
    assert isinstance(made, bytes)
    return finish(made)
