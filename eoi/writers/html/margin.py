"""Blocks of a page with what is said of them: beside them where there is a margin, otherwise below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

from eoi.document.blocks import Block, BulletList, Callout, Figure, Heading, NumberedList, Paragraph, Table
from eoi.writers.html.body import block_html
from eoi.writers.html.notes import Notes

LISTS = (BulletList, NumberedList)
MANY = 3  # as many gaps, beside the text, would leave a hole below it; the style sheet says so of comments


def with_comments(blocks: Iterable[Block], notes: Notes) -> str:
    """Blocks of the page itself, each with the comments on its words right after it."""
    return "\n".join([run_html(run, alone, notes) for alone, run in runs(blocks)])


def run_html(run: list[Block], alone: bool, notes: Notes) -> str:
    html = "\n".join(lines(run, notes))
    return f'<div class="alone">\n{html}\n</div>' if alone else html


def runs(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Gaps and other blocks by turns, and whether gaps stand alone: in the text's place, not beside it."""
    parts = [[*run] for _, run in groupby(blocks, is_gap)]
    opened = False
    for part, after in zip_longest(parts, parts[1:]):
        textless = opened and (not after or isinstance(after[0], Heading))
        yield is_gap(part[0]) and (textless or len(part) >= MANY), part
        opened = opens(part[-1])


def is_gap(block: Block) -> bool:
    return isinstance(block, Callout) and block.kind == "gap"


def opens(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role == "question")


def lines(run: list[Block], notes: Notes) -> Iterator[str]:
    """Where there is no margin, comments on the words that introduce a list are shown below the list."""
    before, introduces = notes.comments, False
    for block, after in zip_longest(run, run[1:]):
        html = with_its_comments(block, notes)
        if introduces:
            html, introduces = f"{html}\n</div>", False
        elif isinstance(block, Paragraph) and isinstance(after, LISTS) and notes.comments > before:
            html, introduces = f'<div class="introduced">\n{html}', True
        before = notes.comments
        yield html


def with_its_comments(block: Block, notes: Notes) -> str:
    """A gap and what is said of it are one note; comments on a table go below it, for it needs the margin."""
    html = block_html(block, notes)
    comments = notes.take_comments()
    match block:
        case _ if not comments:
            return html
        case Callout("gap"):
            return f'<div class="margin">\n{html}\n{comments}\n</div>'
        case Table() | Figure():
            return f'<div class="below">\n{html}\n{comments}\n</div>'
        case _:
            return f"{html}\n{comments}"
