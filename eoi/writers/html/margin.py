"""Blocks of a page with what is said of them: beside them where there is a margin, otherwise below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eoi.document.blocks import Block, BulletList, Callout, Figure, NumberedList, Paragraph, Table
from eoi.writers.html.beside import gaps_by_turns, lie_side_by_side
from eoi.writers.html.body import block_html
from eoi.writers.html.notes import Notes

LISTS = (BulletList, NumberedList)


def blocks_with_comments(blocks: Iterable[Block], notes: Notes) -> str:
    """Write blocks of the page itself, each with the comments on its words right after it."""
    return "\n".join([run_html(run, alone, notes) for alone, run in gaps_by_turns(blocks)])


def run_html(run: list[Block], alone: bool, notes: Notes) -> str:
    """Write blocks that share the margin with their comments."""
    html = "\n".join(lines_with_comments(run, notes))
    return f'<div class="alone">\n{html}\n</div>' if alone else html


def lines_with_comments(run: list[Block], notes: Notes) -> Iterator[str]:
    """List the lines that have comments.

    Without a margin, those on the words before a list are shown below it.
    """
    before, introduces = notes.comments, False
    for number, block in enumerate(run, 1):
        html = one_with_comments(block, run[number:], notes)
        if introduces:
            html, introduces = f"{html}\n</div>", False
        elif introduces_list(block, run[number:]) and notes.comments > before:
            html, introduces = f'<div class="introduced">\n{html}', True
        before = notes.comments
        yield html


def introduces_list(block: Block, after: list[Block]) -> bool:
    """Tell whether a paragraph stands before a list."""
    return isinstance(block, Paragraph) and bool(after) and isinstance(after[0], LISTS)


def one_with_comments(block: Block, after: list[Block], notes: Notes) -> str:
    """Write a block and the comments on it.

    A gap and its comments are one note; those on a table go below it, because it needs the margin.
    """
    html = block_html(block, notes)
    comments = notes.take_comments(row=lie_side_by_side(len(notes.waiting), after))
    match block:
        case _ if not comments:
            return html
        case Callout("gap"):
            return f'<div class="margin">\n{html}\n{comments}\n</div>'
        case Table() | Figure():
            return f'<div class="below">\n{html}\n{comments}\n</div>'
        case _:
            return f"{html}\n{comments}"
