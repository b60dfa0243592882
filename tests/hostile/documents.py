"""What a built document may hold: the texts as they were typed, and nothing that acts."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile, is_zipfile

from eoi.source.characters import BREAKS, DIRECTIONS, JOINERS
from tests.readers import READERS, html_tree, markdown_tree, normalised, printed

NOT_SEEN = dict.fromkeys(map(ord, BREAKS + DIRECTIONS + JOINERS))
DRAWING = re.compile(r"data:image/svg\+xml;base64,(.*)")
HARMLESS = re.compile(r"https?:|mailto:|#", re.IGNORECASE)
ADDRESSES = frozenset(("href", "src", "srcset", "action", "data", "poster"))
ACTING = frozenset(
    ("script", "iframe", "object", "embed", "form", "base", "foreignobject", "math", "applet", "frame")
)
EXTERNAL = re.compile(rb'Target="([^"]*)" TargetMode="External"|TargetMode="External" Target="([^"]*)"')
FIELD_CODE = re.compile(rb"<w:instrText[^>]*>([^<]*)<")
HREF = re.compile(rb'xlink:href="([^"]*)"')
# The table of contents, page numbers, references and links are the program's own.
OWN_FIELDS = re.compile(
    rb"\s*(?:TOC|PAGE|NUMPAGES|PAGEREF|REF|SEQ|HYPERLINK)\b(?!.*(?:file|javascript|cmd)).*", re.DOTALL
)


def complaints_about(folder: Path, texts: Iterable[str]) -> Iterator[str]:
    wanted = list(texts)
    for path in sorted(folder.iterdir()):
        raw, kind = path.read_bytes(), path.suffix.removeprefix(".")
        yield from (f"{path.name}: {complaint}" for complaint in acting(raw, kind))
        if "checklist" not in path.name:
            yield from (f"{path.name}: lost {text!r}" for text in lost(raw, kind, wanted))


def lost(raw: bytes, kind: str, wanted: Iterable[str]) -> list[str]:
    """Capitals and the shape of quotation marks are the document's own affair, and so is what nobody sees; a
    PDF spells what its fonts lack."""
    text = seen(READERS[kind](raw))
    shown = printed if kind == "pdf" else str
    ways = ((typed, {seen(shown(typed)), seen(shown(seen(typed)))}) for typed in wanted)
    return [typed for typed, either in ways if not any(way in text for way in either)][:3]


def seen(text: str) -> str:
    """Without the characters that names and choices lose on the way in."""
    return normalised(text.translate(NOT_SEEN)).casefold()


def acting(raw: bytes, kind: str) -> Iterator[str]:
    if kind == "html":
        yield from acting_elements(html_tree(raw.decode()))
    elif kind == "md":
        yield from acting_elements(markdown_tree(raw.decode()))
    elif is_zipfile(io.BytesIO(raw)):
        yield from acting_parts(raw)


def acting_elements(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag.split("}")[-1].lower() in ACTING:
            yield f"holds <{element.tag}>"
        for name, value in element.attrib.items():
            if drawing := DRAWING.fullmatch(value):
                yield from acting_elements(fromstring(b64decode(drawing[1])))
            elif name.startswith("on") or (name.split("}")[-1] in ADDRESSES and not HARMLESS.match(value)):
                yield f"holds {name}={value[:60]!r}"


def acting_parts(raw: bytes) -> Iterator[str]:
    """Of a Word or OpenDocument file: an address outside, or a field that is not the program's own."""
    with ZipFile(io.BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name.endswith(".svg"):
            yield from acting_elements(fromstring(part))
        addresses = [found[1] or found[2] for found in EXTERNAL.finditer(part)]
        addresses += [found[1] for found in HREF.finditer(part)]
        yield from (
            f"leads to {a[:60]!r}"
            for a in map(bytes.decode, addresses)
            if a not in parts and not HARMLESS.match(a)
        )
        codes = [found[1] for found in FIELD_CODE.finditer(part)]
        yield from (f"holds the field {code[:60]!r}" for code in codes if not OWN_FIELDS.fullmatch(code))
