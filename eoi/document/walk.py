"""Every block and every inline of a document, in reading order, and the number of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inline import (
    Checkbox,
    Code,
    DeletedWords,
    Emphasis,
    Footnote,
    Inline,
    InsertedWords,
    LineBreak,
    Link,
    Reference,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.document.subset.inlines import read_plain_words

# A word holds a letter or a digit: "(b)" is one, and "–" is none.
IN_A_WORD = re.compile(r"[^\W_]")


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with all blocks inside them: in lists, quotations, callouts and the cells of tables.

    It does not recurse: nested generators would pass on each block many times.
    """
    waiting = [*blocks][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if not isinstance(block, Paragraph):  # as most blocks are
            waiting += [one for inner in reversed(list_inner_blocks(block)) for one in reversed(inner)]


def list_inner_blocks(block: Block) -> tuple[tuple[Block, ...], ...]:
    """Return the runs of blocks inside a block."""
    match block:
        case BulletList(items) | NumberedList(items):
            return items
        case Quote(blocks) | Callout(blocks=blocks):
            return (blocks,)
        case Table(head=head, rows=rows):
            return tuple([cell.blocks for row in (head, *rows) for cell in row])
        case Heading() | Paragraph() | Figure() | Contents():
            return ()
        case _:
            assert_never(block)


def find_only_text(blocks: tuple[Block, ...]) -> str | None:
    """Return the words of blocks that are one plain text, as those of most cells are, or None."""
    # To match a pattern would ask each cell for all its fields.
    if len(blocks) != 1 or not isinstance(line := blocks[0], Paragraph) or len(line.children) != 1:
        return None
    is_plain = line.role == "body" and not (line.number or line.anchor or line.paths or line.revision)
    return text.text if isinstance(text := line.children[0], Text) and is_plain else None


def list_own_inlines(block: Block) -> tuple[Inline, ...]:
    """Return a block's own line of text, without the text of the blocks inside it."""
    match block:
        case Heading() | Paragraph():
            return block.children
        case Table() | Figure():
            return block.caption
        case BulletList() | NumberedList() | Quote() | Callout() | Contents():
            return ()
        case _:
            assert_never(block)


def walk_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inline values with all inline values inside them, in reading order."""
    for inline in inlines:
        yield inline
        match inline:
            case (
                Strong(children)
                | Emphasis(children)
                | Link(_, children)
                | Footnote(children)
                | RemarkedWords(children, _)
                | InsertedWords(children, _)
                | DeletedWords(children, _)
            ):
                yield from walk_inlines(children)
            case Text() | Code() | Reference() | Checkbox() | LineBreak():
                pass
            case _:
                assert_never(inline)


def list_footnotes(blocks: Iterable[Block]) -> tuple[Footnote, ...]:
    """List the footnotes in reading order, which is the order of their numbers."""
    return list_footnotes_of_walked(walk_blocks(blocks))


def list_footnotes_of_walked(walked: Iterable[Block]) -> tuple[Footnote, ...]:
    """List the footnotes of blocks that were walked already."""
    return tuple(
        [
            inline
            for block in walked
            if (line := list_own_inlines(block)) and not is_plain_text(line)
            for inline in walk_inlines(line)
            if isinstance(inline, Footnote)
        ]
    )


def is_plain_text(line: tuple[Inline, ...]) -> bool:
    """Tell whether a line is one plain text, as most are."""
    return len(line) == 1 and isinstance(line[0], Text)


def is_gap(block: Block | None) -> bool:
    """Tell whether a block is the mark of a missing answer."""
    return isinstance(block, Callout) and block.kind == "gap"


def count_words_of_document(document: Document) -> int:
    """Count the words of a document, including its footnotes."""
    blocks = list(walk_blocks(document.blocks))
    lines = [list_own_inlines(block) for block in blocks if is_printed(block)]
    notes = [note.children for note in list_footnotes_of_walked(blocks)]
    words = "\n".join(map(read_plain_words, [*lines, *notes])).split()
    return len([word for word in words if word[0].isalnum() or IN_A_WORD.search(word)])


def is_printed(block: Block) -> bool:
    """Tell whether a block is printed. A picture for screens only is not."""
    return not (isinstance(block, Figure) and block.for_screen)
