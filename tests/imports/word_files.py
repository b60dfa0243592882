"""Word files as somebody sends them back: built by eoi, and changed in their XML as Word changes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import eoi
from eoi.writers.zip_package import pack, parts_of
from tests.samples import EXAMPLES

BATH = next(path for path in EXAMPLES if path.stem.startswith("bath"))


@cache
def built(path: Path, name: str = "docx", final: bool = False) -> bytes:
    """The document as eoi builds it, once for all tests."""
    return eoi.build(path, [name], final=final)[name]


def reworded(raw: bytes, *words: tuple[str, str]) -> bytes:
    """The document with some words retyped, each the first time it stands there."""
    parts = dict(parts_of(raw))
    text = parts["word/document.xml"].decode()
    for was, now in words:
        assert was in text, was
        text = text.replace(was, now, 1)
    return pack(parts | {"word/document.xml": text.encode()})
