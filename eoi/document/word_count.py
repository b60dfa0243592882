"""The number of words of a document, as a person would count them. Every format has these words."""

from __future__ import annotations

from eoi.document.blocks import Block, Document, Figure
from eoi.document.subset.inlines import plain_text
from eoi.document.walk import footnotes_in, inlines_of, walk_blocks


def word_count(document: Document) -> int:
    """Count the words of a document, including its footnotes."""
    blocks = list(walk_blocks(document.blocks))
    lines = [inlines_of(block) for block in blocks if is_printed(block)]
    notes = [note.children for note in footnotes_in(blocks)]
    return sum(is_word(word) for line in [*lines, *notes] for word in plain_text(line).split())


def is_printed(block: Block) -> bool:
    """Tell whether a block is printed. A picture for screens only is not."""
    return not (isinstance(block, Figure) and block.for_screen)


def is_word(text: str) -> bool:
    """Tell whether a text holds a letter or a digit."""
    return text.isalnum() or any(character.isalnum() for character in text)
