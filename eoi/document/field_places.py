"""The places where a rendered document shows a field: its cell, its line or the heading of its part.

Templates write with `data-path` which field an element shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eoi.document.subset.elements import INLINE, PATH, Element, SubsetError
from eoi.document.subset.numbers import walk_elements
from eoi.document.templating.field_paths import UnknownField, read_known_path
from eoi.rounds.model import Round

INDEX = re.compile(r"\[\d*\]")
STEP = re.compile(r"\.?[^.\[\]]+$|\[\d+\]$")


class FieldPlaces:
    """The elements of one document, by the fields that they show."""

    def __init__(self, root: Element, round_: Round) -> None:
        self.root, self.round = root, round_
        self.by_path: dict[str, Element] = {}
        self.by_anchor: dict[str, Element] = {}
        found = list(walk_elements(root))
        for element in found:
            for path in read_field_paths(element):
                self.by_path.setdefault(path, element)
            if "id" in element.attributes:
                self.by_anchor.setdefault(element.attributes["id"], element)
        for mark in found:
            if mark.attributes.get("class") == "gap":
                # A missing answer is shown by its mark or by a line of a mark, not by an element around it.
                self.by_path |= {
                    path: element
                    for element in (mark, *walk_elements(mark))
                    for path in element.attributes.get(PATH, "").split()
                }

    def nearest(self, paths: tuple[str, ...]) -> Element:
        """Return the element that shows one of the fields.

        If no element does, return one for a larger or smaller field, or else a heading.
        """
        for path in paths:
            if element := self.showing(path):
                return element
        return self.heading(paths[0])

    def showing(self, path: str) -> Element | None:
        whole = path
        while path:
            element = self.by_path.get(path)
            if element and next(list_lines_in_element(element), None):
                return element
            path = STEP.sub("", path)
        below = (name for name in self.by_path if name.startswith((f"{whole}.", f"{whole}[")))
        return self.by_path[name] if (name := next(below, None)) and whole else None

    def heading(self, path: str) -> Element:
        """Return the heading of the part that asks for the most of this path, or else the title."""
        best, most = "title", 0
        steps = INDEX.sub("", path).split(".")
        for section in self.round.sections:
            for part, _ in section.places:
                anchor = section.anchor_of(part)
                asked = [INDEX.sub("", wanted.path).split(".") for wanted in part.requirements]
                shared = max((count_equal_steps(steps, one) for one in asked), default=0)
                if shared > most and anchor in self.by_anchor:
                    best, most = anchor, shared
        return self.by_anchor.get(best, self.root)


def count_equal_steps(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the equal steps at the beginning of two paths."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def read_field_paths(element: Element) -> list[str]:
    """Return the paths of the fields that an element shows. A misspelt path raises `SubsetError`."""
    paths = element.attributes.get(PATH, "").split()
    try:
        for path in paths:
            read_known_path(path)
    except UnknownField as unknown:
        raise SubsetError(str(unknown)).at(element.origin) from None
    return paths


def list_lines_in_element(element: Element) -> Iterator[Element]:
    """Yield the element and the blocks in it that directly hold words, in reading order."""
    if any(is_words(child) for child in element.children):
        yield element
    for child in element.children:
        if isinstance(child, Element) and is_block(child):
            yield from list_lines_in_element(child)


def is_words(child: Element | str) -> bool:
    """Tell whether a text or element belongs inside a paragraph."""
    return bool(child.strip()) if isinstance(child, str) else child.name in INLINE


def is_block(child: Element | str) -> bool:
    """Tell whether an element is a block, not part of a paragraph."""
    return isinstance(child, Element) and child.name not in INLINE
