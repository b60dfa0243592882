"""Count the words of a document as a person would: those that every format has."""

from __future__ import annotations

from eoi.document.blocks import Document
from eoi.document.inlines import plain_text
from eoi.document.walk import footnotes, inlines_of, walk_blocks


def word_count(document: Document) -> int:
    """Count the words of a document, its footnotes included."""
    lines = [inlines_of(block) for block in walk_blocks(document.blocks)]
    notes = [note.children for note in footnotes(document.blocks)]
    return sum(is_word(word) for line in [*lines, *notes] for word in plain_text(line).split())


def is_word(text: str) -> bool:
    """Tell whether a text holds a letter or a digit."""
    return text.isalnum() or any(character.isalnum() for character in text)
