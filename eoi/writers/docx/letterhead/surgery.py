"""XML of other people's templates: checked, then cut and joined as text.

Parsed and written again, it would lose the prefixes that Word names in attributes, and Word would refuse it.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring
from xml.parsers import expat

from eoi.writers.docx.letterhead.problems import UnfitLetterhead
from eoi.writers.docx.xml import MAIN

TAG = re.compile(rb"<([^\s/>]+)")
DEEPEST = 200  # elements within elements; Word writes some thirty
W = f"{{{MAIN}}}"


class Child(NamedTuple):
    """An element directly in the root, and where it stands in the bytes."""

    name: str
    start: int
    end: int


class Anatomy(NamedTuple):
    children: tuple[Child, ...]
    end: int  # where the root's end tag starts

    def named(self, name: str) -> list[Child]:
        return [child for child in self.children if child.name == name]

    def after(self, *names: str) -> int:
        """Where one more of `names` can be put in; before all else where there is none yet."""
        found = [child.end for child in self.children if child.name in names]
        first = self.children[0].start if self.children else self.end
        return max(found, default=first)


def tree(xml: bytes) -> Element:
    return fromstring(xml)


def inserted(xml: bytes, *additions: tuple[int, str]) -> bytes:
    for place, addition in sorted(additions, reverse=True):
        xml = xml[:place] + addition.encode() + xml[place:]
    anatomy(xml)  # an element that has no room, such as an empty root, is found here and not by Word
    return xml


def refuse_other_roots(xml: bytes, root: Element, name: str) -> None:
    """What is not the part that it should be, or has no room for anything to be added to it."""
    if root.tag != f"{W}{name}":
        raise UnfitLetterhead(f"is damaged: a part that should be <{name}> is another")
    inserted(xml, (anatomy(xml).end, "<a/>"))


def anatomy(xml: bytes) -> Anatomy:
    """Raises `UnfitLetterhead` for what is not well-formed, declares entities or goes too deep."""
    surgeon = Surgeon(xml)
    try:
        surgeon.parser.Parse(xml, True)
    except expat.ExpatError:
        raise UnfitLetterhead("is damaged: a part of it is not well-formed XML") from None
    return Anatomy(tuple(surgeon.children), surgeon.end)


class Surgeon:
    def __init__(self, xml: bytes) -> None:
        self.xml, self.children, self.end = xml, list[Child](), 0
        self.open: list[tuple[str, int]] = []
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.finish
        self.parser.StartDoctypeDeclHandler = refuse_doctype

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.open.append((name.removeprefix(f"{MAIN} "), self.parser.CurrentByteIndex))
        if len(self.open) > DEEPEST:
            raise UnfitLetterhead("has elements nested deeper than Word writes them")

    def finish(self, _name: str) -> None:
        """The parser stands at an end tag, or after an element that is its own end."""
        name, start = self.open.pop()
        here = self.parser.CurrentByteIndex
        if not self.open:
            self.end = here
        elif len(self.open) == 1:
            tag = TAG.match(self.xml, start)
            closes = tag and re.compile(rb"</%b\s*>" % re.escape(tag[1])).match(self.xml, here)
            end = closes.end() if closes else here
            self.children.append(Child(name, start, end))


def refuse_doctype(*_declaration: object) -> None:
    raise UnfitLetterhead("declares XML entities, which Word never does")
