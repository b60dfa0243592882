"""From data to pages: the one call of Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.writers.pdf.finishing import finished
from eoi.writers.typesetting import compiler

if TYPE_CHECKING:
    from typst import PDFStandard

PROGRAM = Path(__file__).with_name("document.typ")
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]


def pdf(data: dict[str, Any]) -> bytes:
    typst = compiler()
    inputs = {"document": json.dumps(data)}
    made = typst.compile(PROGRAM.read_bytes(), format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs)
    assert isinstance(made, bytes)
    return finished(made)
