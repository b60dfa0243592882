"""Text inside a paragraph: elements of the subset to inline values, with white space as HTML means it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eoi.document.blocks import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from eoi.document.subset import Element, SubsetError

SPACE = re.compile(r"[ \t\n\r\f]+")
SAFE_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class InlineConverter:
    """Converts runs of text; `numbers` are those of numbered tables by anchor, `anchors` all there are."""

    def __init__(self, numbers: dict[str, int], anchors: frozenset[str]) -> None:
        self.numbers, self.anchors = numbers, anchors

    def paragraph(self, children: Iterable[Element | str]) -> tuple[Inline, ...]:
        return trimmed(self.inlines(children))

    def inlines(self, children: Iterable[Element | str]) -> tuple[Inline, ...]:
        return tuple(inline for child in children for inline in self.inline(child))

    def inline(self, child: Element | str) -> tuple[Inline, ...]:
        if isinstance(child, str):
            return (Text(SPACE.sub(" ", child)),)
        match child.name:
            case "strong":
                return (Strong(self.inlines(child.children)),)
            case "em":
                return (Emphasis(self.inlines(child.children)),)
            case "code":
                return (Code(plain_text(self.inlines(child.children))),)
            case "br":
                return (LineBreak(),)
            case "a":
                return self.link(child)
        raise SubsetError(f"<{child.name}> cannot stand in a paragraph")

    def link(self, element: Element) -> tuple[Inline, ...]:
        """A link; where the address is none that a reader should follow, the text and the address."""
        href = element.attributes.get("href", "")
        if element.attributes.get("class") == "ref":
            return (self.reference(href),)
        children = self.inlines(element.children) or (Text(href),)
        if SAFE_LINK.match(href) or (href.startswith("#") and href[1:] in self.anchors):
            return (Link(href, children),)
        return (*children, Text(f" ({href})")) if href and children != (Text(href),) else children

    def reference(self, href: str) -> Link:
        number = self.numbers.get(href.removeprefix("#"))
        if number is None:
            raise SubsetError(f"there is no numbered table {href}")
        return Link(href, (Text(f"Table {number}"),))


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the space that templates leave at either end of a paragraph."""
    parts = list(inlines)
    while parts and is_space(parts[0]):
        parts.pop(0)
    while parts and is_space(parts[-1]):
        parts.pop()
    if parts and isinstance(first := parts[0], Text):
        parts[0] = Text(first.text.lstrip(" "))
    if parts and isinstance(last := parts[-1], Text):
        parts[-1] = Text(last.text.rstrip(" "))
    return tuple(parts)


def is_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip(" ")


def plain_text(inlines: Iterable[Inline]) -> str:
    parts = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case LineBreak():
                parts.append("\n")
            case Strong(children) | Emphasis(children) | Link(_, children):
                parts.append(plain_text(children))
    return "".join(parts)
