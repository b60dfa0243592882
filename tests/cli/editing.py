"""A person who writes into a document that `eoi build` has made."""

from __future__ import annotations

from pathlib import Path

import docx


def edit(path: str) -> bytes:
    """Adds a sentence, as Word would save it; what the file holds after that."""
    document = docx.Document(path)
    document.add_paragraph("A sentence of my own.")
    document.save(path)
    return Path(path).read_bytes()
