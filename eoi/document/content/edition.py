"""The words by which a paper says that it is an edition for the public."""

from __future__ import annotations

from eoi.document.subset.elements import Element


def add_edition(paper: Element, edition: Element) -> None:
    """Put what an edition says of itself into a paper: its first element below the title, the others last."""
    first, *others = (one for one in edition.children if isinstance(one, Element))
    paper.children.insert(end_of_title(paper), first)
    paper.children += others


def end_of_title(paper: Element) -> int:
    """Return the number of children that make up the title of a paper."""
    end = 0
    for number, child in enumerate(paper.children):
        if isinstance(child, Element):
            if child.name != "h1" and child.attributes.get("class") != "subtitle":
                break
            end = number + 1
    return end
