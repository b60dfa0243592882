"""The parts of the OpenDocument file that blocks become, and what an XML parser finds in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from eoi.document.blocks import Block, Document, Properties
from eoi.writers.odt import write
from tests.readers import odt_lines, odt_text
from tests.word import PROPERTIES

ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "office": f"{ODF}:office:1.0",
    "style": f"{ODF}:style:1.0",
    "text": f"{ODF}:text:1.0",
    "table": f"{ODF}:table:1.0",
    "draw": f"{ODF}:drawing:1.0",
    "svg": f"{ODF}:svg-compatible:1.0",
    "fo": f"{ODF}:xsl-fo-compatible:1.0",
    "meta": f"{ODF}:meta:1.0",
    "manifest": f"{ODF}:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def written(*blocks: Block, properties: Properties = PROPERTIES) -> bytes:
    return write(Document(properties, blocks))


def files(*blocks: Block, properties: Properties = PROPERTIES) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(written(*blocks, properties=properties))) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(name: str, *blocks: Block, properties: Properties = PROPERTIES) -> Element:
    return fromstring(files(*blocks, properties=properties)[name])


def content(*blocks: Block) -> Element:
    return part("content.xml", *blocks)


def text_of(*blocks: Block) -> str:
    return odt_text(written(*blocks))


def full(name: str) -> str:
    """`text:p` as an XML parser says it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def every(root: Element, name: str) -> list[Element]:
    return list(root.iter(full(name)))


def values(root: Element, name: str, attribute: str) -> list[str]:
    """The attribute of every element of the name that has it."""
    found = (element.get(full(attribute)) for element in every(root, name))
    return [value for value in found if value is not None]


def words(element: Element) -> str:
    return "\n".join(odt_lines(element, []))


def style_of(root: Element, element: Element) -> Element:
    """The automatic style of a paragraph, table, row or cell."""
    name = next(value for key, value in element.attrib.items() if key.endswith("}style-name"))
    return next(style for style in every(root, "style:style") if style.get(full("style:name")) == name)


def asked(root: Element, element: Element, attribute: str) -> str | None:
    """What the automatic style of an element says of one property."""
    found = (properties.get(full(attribute)) for properties in style_of(root, element))
    return next((value for value in found if value is not None), None)


def remarked_words(root: Element) -> dict[str, str]:
    """What stands between the start and the end of each annotation, by its name."""
    texts: dict[str, str] = {}
    open_now: list[str] = []
    for kind, value in events(root):
        if kind == "start":
            open_now.append(value)
            texts[value] = ""
        elif kind == "end":
            open_now.remove(value)
        else:
            texts |= {name: texts[name] + value for name in open_now}
    assert open_now == []
    return texts


def events(element: Element) -> Iterator[tuple[str, str]]:
    """In reading order: each annotation's start and end, and the text."""
    if element.tag == full("office:annotation"):
        yield "start", element.attrib[full("office:name")]
        return
    if element.tag == full("office:annotation-end"):
        yield "end", element.attrib[full("office:name")]
        return
    yield "text", " " if element.tag == full("text:s") else element.text or ""
    for child in element:
        yield from events(child)
        yield "text", child.tail or ""
