"""Blocks of a page with their comments: beside them if there is a margin, or else below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile

from eoi.document.blocks import Block, BulletList, Callout, Figure, Heading, NumberedList, Paragraph, Table
from eoi.document.walk import is_gap, walk_blocks
from eoi.writers.html.body import write_block_html
from eoi.writers.html.notes import Notes, read_words_of_inlines

LISTS = (BulletList, NumberedList)
LETTERS = 75  # in a line of text
NOTE = 7  # the height of a gap in the margin, in lines of text; an open comment is twice as high
MANY = 3  # so many comments on one block would be too far from their words in a margin


def write_blocks_with_comments(blocks: Iterable[Block], notes: Notes) -> str:
    """Write blocks of the page, each followed by the comments on its words."""
    return "\n".join([write_run_html(run, alone, notes) for alone, run in group_gaps(blocks)])


def write_run_html(run: list[Block], alone: bool, notes: Notes) -> str:
    """Write blocks that share the margin with their comments.

    With `alone`, gaps take the place of the text instead of the margin.
    """
    html = "\n".join(write_each_with_comments(run, notes))
    return f'<div class="alone">\n{html}\n</div>' if alone else html


def write_each_with_comments(run: list[Block], notes: Notes) -> Iterator[str]:
    """Yield each block with the comments on it.

    If there is no margin, comments on the line before a list are shown below the list.
    """
    before, introduces = notes.comments, False
    for number, block in enumerate(run, 1):
        html = write_block_with_comments(block, run[number:], notes)
        if introduces:
            html, introduces = f"{html}\n</div>", False
        elif introduces_list(block, run[number:]) and notes.comments > before:
            html, introduces = f'<div class="introduced">\n{html}', True
        before = notes.comments
        yield html


def introduces_list(block: Block, after: list[Block]) -> bool:
    """Tell whether a paragraph introduces a list."""
    return isinstance(block, Paragraph) and bool(after) and isinstance(after[0], LISTS)


def write_block_with_comments(block: Block, after: list[Block], notes: Notes) -> str:
    """Write a block and the comments on it.

    A gap and its comments are one note. Comments on a table go below it, since the table needs the margin.
    """
    html = write_block_html(block, notes)
    comments = notes.take_comments(row=are_side_by_side(len(notes.waiting), after))
    match block:
        case _ if not comments:
            return html
        case Callout("gap"):
            return f'<div class="margin">\n{html}\n{comments}\n</div>'
        case Table() | Figure():
            return f'<div class="below">\n{html}\n{comments}\n</div>'
        case _:
            return f"{html}\n{comments}"


def group_gaps(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Yield alternately groups of gaps and groups of other blocks.

    Each comes with whether its gaps take the place of the text because they are too high for the margin.
    """
    parts = [[*run] for _, run in groupby(blocks, is_gap)]
    for part, after in pairwise([*parts, []]):
        yield is_gap(part[0]) and are_higher_than_text(len(part), after), part


def are_side_by_side(comments: int, after: Iterable[Block]) -> bool:
    """Tell whether comments are put side by side below their words. It saves height for several."""
    return comments >= MANY or (comments > 0 and are_higher_than_text(comments, after))


def are_higher_than_text(notes: int, after: Iterable[Block]) -> bool:
    """Tell whether notes in the margin are higher than the text beside them."""
    missing = NOTE * notes
    for block in takewhile(stands_beside, after):
        if missing <= 0:
            return False
        missing -= count_paragraph_lines([block])
    return missing > 0


def stands_beside(block: Block) -> bool:
    """Tell whether a block leaves the margin free for notes on the blocks above."""
    return not isinstance(block, Heading | Table | Figure)


def count_paragraph_lines(blocks: Iterable[Block]) -> int:
    """Estimate the lines that paragraphs take, with one for the space below each."""
    texts = [
        read_words_of_inlines(block.children) for block in walk_blocks(blocks) if isinstance(block, Paragraph)
    ]
    return sum(2 + len(text) // LETTERS for text in texts)
