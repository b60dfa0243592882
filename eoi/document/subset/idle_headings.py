"""The removal of headings with nothing below them.

A part has no text if it is not answered and no known source asks for it.
"""

from __future__ import annotations

from eoi.document.subset.elements import Element
from eoi.rounds.model import Round

DEEPEST = 6


def leave_out_idle_headings(root: Element, round_: Round) -> None:
    """Remove the headings of the round's parts that have nothing below them, each with its question."""
    anchors = anchors_of(round_)
    kept: list[Element | str] = []
    question: list[Element | str] = []
    # The levels of headings with something below them. The document is read from its end.
    covered: set[int] = set()
    for child in reversed(root.children):
        if is_question(child):
            question.append(child)
        elif level := level_of(child):
            if level in covered or anchor_of(child) not in anchors:
                kept += [*question, child]
                covered = set(range(1, level))
            question = []
        else:
            kept.append(child)
            covered |= set(range(1, DEEPEST)) if says_something(child) else set()
    root.children[:] = kept[::-1]


def anchors_of(round_: Round) -> frozenset[str]:
    """Return the ids of the headings of a round's sections and parts."""
    return frozenset(section.anchor_of(part) for section in round_.sections for part, _ in section.places)


def anchor_of(child: Element | str) -> str:
    """Return the id of an element; return an empty text for a text or without an id."""
    return "" if isinstance(child, str) else child.attributes.get("id", "")


def is_question(child: Element | str) -> bool:
    """Tell whether a paragraph is the question printed below a heading."""
    return not isinstance(child, str) and child.attributes.get("class") == "question"


def level_of(child: Element | str) -> int:
    """Return the level of a heading; 0 for anything else."""
    if isinstance(child, str) or child.name[0] != "h" or not child.name[1:].isdecimal():
        return 0
    return int(child.name[1:])


def says_something(child: Element | str) -> bool:
    """Tell whether a text or element shows anything to a reader."""
    if isinstance(child, str):
        return bool(child.strip())
    return child.name != "p" or child.has_text
