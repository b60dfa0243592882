"""The numbers of sections, paragraphs, tables and figures, and every place that a link can lead to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from eoi.document.subset.elements import Element, SubsetError
from eoi.frozen_value import FrozenValue

NUMBERED, SCREEN = "numbered", "screen"


class Label(FrozenValue):
    """A label such as "Table 2", as in captions and references."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class PageNumbers:
    """The numbers on a page: of tables and figures by their anchors, and of sections and paragraphs.

    `names` holds what a reference says of each numbered thing, by its anchor, and `anchors` every anchor.
    """

    def __init__(self, root: Element) -> None:
        found = list(walk_elements(root))
        self.labels, self.sections = number_tables_and_figures(found), number_sections(root)
        self.anchors = frozenset(list_anchors(found))
        self.names = {anchor: str(label) for anchor, label in self.labels.items()} | {
            element.attributes["id"]: number
            for element in list_blocks_of_page(root)
            if "id" in element.attributes and (number := self.of_section(element))
        }

    def of_section(self, element: Element) -> str:
        """Return the number of a section or a paragraph; return an empty text if it has none."""
        return self.sections.get(id(element), "")

    def of_anchor(self, anchor: str) -> int | None:
        """Return the number of a table or a figure; return None if it has none."""
        return self.labels[anchor].number if anchor in self.labels else None


def number_tables_and_figures(found: Iterable[Element]) -> dict[str, Label]:
    """Return the labels of tables and figures by their anchors. Each kind is counted in reading order."""
    counts = {"Table": count(1), "Figure": count(1)}
    numbered = [
        (kind, element)
        for element in found
        if element.name in ("table", "figure") and (kind := label_kind(element))
    ]
    for _, element in numbered:
        if "id" not in element.attributes:
            raise SubsetError("what is numbered needs an id").at(element.origin)
    return {element.attributes["id"]: Label(kind, next(counts[kind])) for kind, element in numbered}


def number_sections(root: Element) -> dict[int, str]:
    """Return the numbers of sections and paragraphs, such as 4 and 4.3, by the identities of their elements.

    A section without a number, such as an annex, has no numbers in it. A list, a table or a note belongs to
    the paragraph before it, and has no number.
    """
    found: dict[int, str] = {}
    section = paragraph = 0
    counts = False
    for element in list_blocks_of_page(root):
        if element.name == "h2":
            counts = element.attributes.get("class") == NUMBERED
            section, paragraph = section + counts, 0
            if counts:
                found[id(element)] = str(section)
        elif counts and element.name == "p" and "class" not in element.attributes and element.has_text:
            paragraph += 1
            found[id(element)] = f"{section}.{paragraph}"
    return found


def list_blocks_of_page(root: Element) -> Iterable[Element]:
    """Yield the outermost blocks, in reading order."""
    for child in root.children:
        if isinstance(child, Element):
            yield from list_blocks_of_page(child) if child.name == "div" else (child,)


def label_kind(element: Element) -> str:
    """Return "Table" or "Figure" for a numbered element; return an empty text for any other."""
    if element.name == "figure":
        return "" if is_for_screen(element) else "Figure"
    numbered = element.name == "table" and "numbered" in element.attributes.get("class", "").split()
    return "Table" if numbered else ""


def is_for_screen(figure: Element) -> bool:
    """Tell whether a figure is only for screens, so that it is not printed and has no number."""
    return figure.attributes.get("class") == SCREEN


def list_anchors(found: Iterable[Element]) -> Iterable[str]:
    """List the anchors of the places among these elements that a link can lead to."""
    return [element.attributes["id"] for element in found if "id" in element.attributes]


def walk_elements(root: Element) -> Iterable[Element]:
    """Yield the elements below the root in reading order.

    It does not recurse: nested generators would pass on each element many times. Most elements hold nothing
    but one text.
    """
    waiting = [child for child in reversed(root.children) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        yield element
        children = element.children
        if len(children) > 1 or (children and not isinstance(children[0], str)):
            waiting += [child for child in reversed(children) if isinstance(child, Element)]
