"""Choose the gaps and comments that have enough text beside them to stand in the margin of a wide screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile

from eoi.document.blocks import Block, Figure, Heading, Paragraph, Table
from eoi.document.walk import is_gap, walk_blocks
from eoi.writers.html.notes import words_of_inlines

LETTERS = 75  # in a line of text
NOTE = 7  # lines of text that a gap in the margin is as high as; an open comment is twice as high
MANY = 3  # as many comments at once are too far from their words in any margin


def gaps_by_turns(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Group gaps and other blocks by turns.

    Each group says whether its gaps stand in the text's place and not beside it.
    """
    parts = [[*run] for _, run in groupby(blocks, is_gap)]
    for part, after in pairwise([*parts, []]):
        yield is_gap(part[0]) and leaves_a_hole(len(part), after), part


def lie_side_by_side(comments: int, after: Iterable[Block]) -> bool:
    """Tell whether comments lie side by side below their words: one alone would be as high there."""
    return comments >= MANY or (comments > 1 and leaves_a_hole(comments, after))


def leaves_a_hole(notes: int, after: Iterable[Block]) -> bool:
    """Tell whether notes in the margin go on below the text beside them."""
    return lines_of_text(takewhile(stands_beside, after)) < NOTE * notes


def stands_beside(block: Block) -> bool:
    """Tell whether a margin is left beside it, which goes on from what is above it."""
    return not isinstance(block, Heading | Table | Figure)


def lines_of_text(blocks: Iterable[Block]) -> int:
    """Count the lines, and one for the space below each paragraph."""
    texts = [
        words_of_inlines(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph)
    ]
    return sum(2 + len(text) // LETTERS for text in texts)
