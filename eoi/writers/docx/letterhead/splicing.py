"""XML of other people's templates, which is checked, and then cut and joined as text.

A library that parsed and wrote it would drop prefixes that Word uses in attributes, and Word would refuse the
file.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from eoi.writers.docx.xml import MAIN

W = f"{{{MAIN}}}"


class UnfitLetterhead(ValueError):
    """An error for a file that cannot be a letterhead.

    Its text follows the name of the file: "is not a Word document".
    """


def quote_shortened(text: str) -> str:
    """Quote up to 80 characters of a text. They are written in ASCII, so that none moves the cursor."""
    return ascii(text[:80])


class Child(NamedTuple):
    """An element directly in the root, and where it starts and ends in the bytes."""

    name: str
    start: int
    end: int


class Children(NamedTuple):
    """The elements directly in the root of a part, with their positions in its bytes."""

    children: tuple[Child, ...]
    end: int  # where the root's end tag starts

    def children_named(self, name: str) -> list[Child]:
        return [child for child in self.children if child.name == name]

    def after(self, *names: str) -> int:
        """Return the position behind the last child with one of `names`.

        If there is none, it is before the first child.
        """
        found = [child.end for child in self.children if child.name in names]
        first = self.children[0].start if self.children else self.end
        return max(found, default=first)


def parse_xml(xml: bytes) -> Element:
    """Parse a part; raise `UnfitLetterhead` if it is not well formed."""
    try:
        return fromstring(xml)
    except (ParseError, ValueError):
        raise UnfitLetterhead("is damaged: a part of it is not well-formed XML") from None


def insert_xml(xml: bytes, *additions: tuple[int, str]) -> bytes:
    """Insert text at positions in the bytes of a part. All other bytes stay the same."""
    for place, addition in sorted(additions, reverse=True):
        xml = xml[:place] + addition.encode() + xml[place:]
    return xml


def refuse_other_roots(root: Element, tag: str) -> None:
    """Refuse a part whose root is not the expected element."""
    if root.tag != tag:
        raise UnfitLetterhead(f"is damaged: a part that should be <{tag.rpartition('}')[2]}> is another")


def find_children(xml: bytes) -> Children:
    """Find the children of the root in a part. Each must have an end tag, as `rewrite_xml` writes it."""
    finder = ChildFinder(xml)
    try:
        finder.parser.Parse(xml, True)
    except expat.ExpatError:
        raise UnfitLetterhead("is damaged: a part of it is not well-formed XML") from None
    return Children(tuple(finder.children), finder.end)


class ChildFinder:
    """A parser that records where each child of the root starts and ends."""

    def __init__(self, xml: bytes) -> None:
        self.xml, self.children, self.end = xml, list[Child](), 0
        self.open: list[tuple[str, int]] = []
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.finish

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.open.append((name.removeprefix(f"{MAIN} "), self.parser.CurrentByteIndex))

    def finish(self, _name: str) -> None:
        """Record the end of an element. The parser is at its end tag, which every element has."""
        name, start = self.open.pop()
        here = self.parser.CurrentByteIndex
        if not self.open:
            self.end = here
        elif len(self.open) == 1:
            self.children.append(Child(name, start, self.xml.index(b">", here) + 1))
