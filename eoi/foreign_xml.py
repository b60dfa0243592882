"""The reading of XML by others within limits, and its rewriting so that every reader sees the same.

Two programs can read the same file differently, because of a wrong encoding, entities, or unusual quotes. The
XML that is written here is UTF-8, has each attribute in double quotes, and contains only elements and text.
Names keep their prefixes, since Word refers to them.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring
from xml.parsers import expat

ENCODINGS = frozenset(
    {"utf-8", "utf-16", "us-ascii", "iso-8859-1"}
)  # which every XML reader has to know, or does know
DEEPEST = 200  # elements within elements; Word writes some thirty
MOST_ELEMENTS = 300_000
LONGEST_TAG = 5_000_000  # characters; a picture can be in an attribute
IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
IN_ATTRIBUTE = IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


class UnfitXml(ValueError):
    """An error for a fault of an XML file, in words that follow its name: "declares XML entities"."""


def read_foreign_xml(xml: bytes) -> Element:
    """Return the root of XML; raise `UnfitXml` if it is refused, or `ParseError` for an unknown prefix."""
    XmlChecker(MOST_ELEMENTS, DEEPEST).parse(xml)
    return fromstring(xml)


def rewrite_xml(xml: bytes, most_elements: int = MOST_ELEMENTS, deepest: int = DEEPEST) -> bytes:
    """Return XML in UTF-8 with the same elements and text, or raise `UnfitXml` if it is refused."""
    writer = XmlRewriter(most_elements, deepest)
    writer.parse(xml)
    return "".join(writer.pieces).encode()


class XmlChecker:
    """A parser that counts the elements of XML and their depth against the limits."""

    def __init__(self, most_elements: int, deepest: int) -> None:
        self.most_elements, self.deepest = most_elements, deepest
        self.elements = self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.parser.XmlDeclHandler = refuse_other_encodings
        self.parser.StartDoctypeDeclHandler = refuse_doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def parse(self, xml: bytes) -> None:
        try:
            self.parser.Parse(xml, True)
        except UnfitXml:
            raise
        except (expat.ExpatError, LookupError, ValueError):
            raise UnfitXml("is not well-formed XML") from None

    def start(self, _name: str, attributes: list[str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > self.most_elements:
            raise UnfitXml(f"has more than {self.most_elements:,} elements")
        if self.depth > self.deepest:
            raise UnfitXml(f"has elements nested deeper than {self.deepest}")
        if attributes and sum(map(len, attributes)) > LONGEST_TAG:
            raise UnfitXml(f"has an element with attributes of more than {LONGEST_TAG:,} characters")

    def end(self, _name: str) -> None:
        self.depth -= 1


class XmlRewriter(XmlChecker):
    """A parser that checks XML and writes it again."""

    def __init__(self, most_elements: int, deepest: int) -> None:
        super().__init__(most_elements, deepest)
        self.pieces: list[str] = []
        self.parser.buffer_text = True
        self.parser.CharacterDataHandler = self.text

    def start(self, name: str, attributes: list[str]) -> None:
        super().start(name, attributes)
        tag = name
        if attributes:  # most elements of a document have none
            pairs = zip(attributes[::2], attributes[1::2], strict=True)
            tag += "".join([f' {key}="{value.translate(IN_ATTRIBUTE)}"' for key, value in pairs])
        self.pieces.append(f"<{tag}>")

    def end(self, name: str) -> None:
        super().end(name)
        self.pieces.append(f"</{name}>")

    def text(self, text: str) -> None:
        self.pieces.append(text.translate(IN_TEXT))


def refuse_other_encodings(_version: str, encoding: str | None, _standalone: int) -> None:
    """Raise `UnfitXml` for an encoding that not every XML reader has to know."""
    if encoding and encoding.lower() not in ENCODINGS:
        raise UnfitXml(f"is in an encoding that cannot be read, {encoding[:40]!a}")


def refuse_doctype(*_declaration: object) -> None:
    """Raise `UnfitXml` for a document type, since entities can expand without end, or fetch files."""
    raise UnfitXml("declares XML entities")
