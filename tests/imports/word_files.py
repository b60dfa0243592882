"""Documents as somebody sends them back: built by eoi, and changed in their XML."""

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
    name = "word/document.xml" if "word/document.xml" in parts else "content.xml"
    text = parts[name].decode()
    for was, now in words:
        assert was in text, was
        text = text.replace(was, now, 1)
    return pack(parts | {name: text.encode()})
