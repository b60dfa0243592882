"""The lists of a template, which its headings may use, and our lists under other numbers."""

from __future__ import annotations

import re

from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, W, find_children, insert_xml, parse_xml
from eoi.writers.docx.xml import MAIN

HIGHEST = 1_000_000
NUMBER = re.compile(r'<w:numId w:val="(\d+)"/>')
NAMES = re.compile(r'\b(w:abstractNumId|w:numId)( w:val)?="(\d+)"')


def join_numbering(theirs: bytes, ours: bytes, moved: int) -> bytes:
    """Add our lists to those of the template, with `moved` added to our numbers."""
    mine = shift_numbers(ours.decode(), moved).encode()
    patterns, lists = (
        declare_namespace(
            "".join(
                [mine[child.start : child.end].decode() for child in find_children(mine).children_named(name)]
            )
        )
        for name in ("abstractNum", "num")
    )
    there = find_children(theirs)
    before = there.after("numPicBullet", "abstractNum")
    after = there.after("num") if there.children_named("num") else before
    if before == after:
        return insert_xml(theirs, (before, patterns + lists))
    return insert_xml(theirs, (before, patterns), (after, lists))


def shift_numbers(ours: str, moved: int) -> str:
    """Add `moved` to every number that names a list."""
    return NAMES.sub(lambda match: f'{match[1]}{match[2] or ""}="{int(match[3]) + moved}"', ours)


def renumber_lists(xml: str, moved: int) -> str:
    """Add `moved` to the numbers of lists that a text of ours uses."""
    return NUMBER.sub(lambda match: f'<w:numId w:val="{int(match[1]) + moved}"/>', xml) if moved else xml


def find_highest_number(theirs: bytes) -> int:
    """Return the highest number of the template's lists. Our numbers come after it."""
    names = (("abstractNum", "abstractNumId"), ("num", "numId"))
    root = parse_xml(theirs)
    found = [element.get(W + key, "0") for name, key in names for element in root.iterfind(W + name)]
    numbers = [int(number) for number in found if re.fullmatch(r"\d{1,9}", number)]
    if len(numbers) < len(found) or max(numbers, default=0) > HIGHEST:
        raise UnfitLetterhead("is damaged: its lists have numbers that Word does not give")
    return max(numbers, default=0)


def declare_namespace(elements: str) -> str:
    """Declare our prefix in the elements, since the template may use another."""
    return re.sub(r"<w:(abstractNum|num) ", rf'<w:\1 xmlns:w="{MAIN}" ', elements)
