"""Marks for the notes in a rendered document: on the exact words, or else on their line.

A note about a field that the document does not show goes to a heading, so that no note is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from eoi.document.field_places import FieldPlaces, is_block, list_lines_in_element
from eoi.document.notes.remarks import Note
from eoi.document.subset.elements import Element


def mark_notes(places: FieldPlaces, found: Iterable[Note]) -> None:
    """Mark the words of each note in a page. A mark's number is the position of its note in `found`."""
    for number, note in enumerate(found):
        element = places.nearest(note.paths) if any(note.paths) or not note.words else places.root
        if not mark_words(element, note.words, number):
            mark_line(next(list_lines_in_element(element), element), number)


def mark_words(element: Element, words: str, number: int) -> bool:
    """Mark the words in an element, or else the line that has them; return False if no line has them."""
    if not words:
        return False
    pattern = compile_words(words)
    for line in list_lines_in_element(element):
        if pattern.search(read_text_of_element(line)):
            if not mark_within(line, pattern, number):
                mark_line(line, number)
            return True
    return False


def compile_words(words: str) -> re.Pattern[str]:
    """Return the expression for the words with any white space between them.

    It finds whole words and figures only: "3" is neither in "32" nor in "1.3".
    """
    loose = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)(?<!\d[.,])" if words[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if words[-1].isalnum() else ""
    return re.compile(before + loose + after)


def mark_within(line: Element, pattern: re.Pattern[str], number: int) -> bool:
    """Mark the words that match if they are in one piece of text; return False otherwise."""
    for index, child in enumerate(line.children):
        if isinstance(child, str) and (found := pattern.search(child)):
            marked = make_remark_element([found[0]], number)
            line.children[index : index + 1] = [child[: found.start()], marked, child[found.end() :]]
            return True
    return False


def mark_line(line: Element, number: int) -> None:
    """Mark the words at the beginning of a line, up to the first block inside it."""
    end = next((at for at, child in enumerate(line.children) if is_block(child)), len(line.children))
    before, words, after = split_off_white_space(line.children[:end])
    if len(words) == 1 and isinstance(only := words[0], Element) and only.attributes.get("class") == "remark":
        only.attributes["data-remark"] += f" {number}"
    else:
        line.children[:end] = [before, make_remark_element(words, number), after]


def split_off_white_space(words: list[Element | str]) -> tuple[str, list[Element | str], str]:
    """Separate the words of a line from the white space before and after them, which is not marked."""
    inner = list(words)
    before = after = ""
    if inner and isinstance(first := inner[0], str):
        inner[0] = words_left = first.lstrip()
        before = first[: len(first) - len(words_left)]
    if inner and isinstance(last := inner[-1], str):
        inner[-1] = words_left = last.rstrip()
        after = last[len(words_left) :]
    return before, [word for word in inner if word != ""], after


def make_remark_element(children: list[Element | str], number: int) -> Element:
    """Return the element that connects words with the remark of a number."""
    return Element("span", {"class": "remark", "data-remark": str(number)}, children)


def read_text_of_element(element: Element) -> str:
    """Return all words in an element."""
    return "".join(
        child if isinstance(child, str) else read_text_of_element(child) for child in element.children
    )
