"""Comments of a draft in a format without a margin: numbered marks in the text, and an annex.

A gap describes its missing answer, so a comment that only says where to write it is left out.
"""

from __future__ import annotations

from operator import is_
from typing import TypeVar

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inline import Emphasis, Footnote, Inline, Link, Remark, RemarkedWords, Strong, Text
from eoi.frozen_value import FrozenValue

Kept = TypeVar("Kept")
Value = TypeVar("Value", bound=FrozenValue)
LISTED = 3  # the deepest level of headings in a contents list


def add_annex(document: Document) -> Document:
    """Put a mark behind the words of each comment, and an annex with all comments at the end."""
    annex = Annex()
    blocks = annex.blocks(document.blocks)
    return document.replace(blocks=(*blocks, *annex.entries())) if annex.remarks else document


class Annex:
    """The comments found so far, in reading order, and the marks that lead to them."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []

    def entries(self) -> tuple[Block, ...]:
        """Return the heading of the annex and an entry for each comment."""
        heading = Heading(2, (Text("Comments"),), "comments", opens=True)
        written = (make_comment_entry(number, remark) for number, remark in enumerate(self.remarks, 1))
        return (heading, *(block for blocks in written for block in blocks))

    def add_remark(self, remark: Remark) -> Link:
        """Add a comment to the annex, and return its mark."""
        self.remarks.append(remark)
        number = len(self.remarks)
        return Link(f"#comment-{number}", (Text(f"[{number}]"),), f"comment-{number}-mark")

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        made: list[Block] = []
        for block in blocks:
            made += self.block(block)
        return keep_same(made, blocks)

    def block(self, block: Block) -> tuple[Block, ...]:
        """Return a block with its marks. Those of a heading that a contents list repeats are put below it."""
        match block:
            case Heading(level, children) if level <= LISTED:
                words, marks = self.apart(children)
                below = (Paragraph(marks),) if marks else ()
                return (replace_if_other(block, children=words), *below)
            case Heading() | Paragraph():
                return (replace_if_other(block, children=self.inlines(block.children)),)
            case Figure():
                return (replace_if_other(block, caption=self.inlines(block.caption)),)
            case BulletList() | NumberedList():
                items = keep_same([self.blocks(item) for item in block.items], block.items)
                return (replace_if_other(block, items=items),)
            case Quote() | Callout():
                return (replace_if_other(block, blocks=self.blocks(block.blocks)),)
            case Table():
                return self.table(block)
            case _:
                return (block,)

    def table(self, table: Table) -> tuple[Block, ...]:
        """Return a table with its marks.

        The marks of its head are put above it, since each page may repeat the head.
        """
        caption = self.inlines(table.caption)
        marks: list[Inline] = []
        head = [self.head(cell, marks) for cell in table.head]
        rows = keep_same([keep_same(list(map(self.cell, row)), row) for row in table.rows], table.rows)
        above = (Paragraph(tuple(marks)),) if marks else ()
        return (
            *above,
            replace_if_other(table, caption=caption, head=keep_same(head, table.head), rows=rows),
        )

    def cell(self, cell: Cell) -> Cell:
        return cell if are_bare(cell.blocks) else cell.replace(blocks=self.blocks(cell.blocks))

    def head(self, cell: Cell, marks: list[Inline]) -> Cell:
        return cell if are_bare(cell.blocks) else cell.replace(blocks=self.bare(cell.blocks, marks))

    def bare(self, blocks: tuple[Block, ...], marks: list[Inline]) -> tuple[Block, ...]:
        """Return the blocks of a head without their marks, and add these to `marks`."""
        bare: list[Block] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                words, found = self.apart(block.children)
                marks += found
                bare.append(replace_if_other(block, children=words))
            else:
                bare += self.block(block)
        return keep_same(bare, blocks)

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return words with each mark behind the words that it is about, and outside of any link.

        Return words without comments as they are, since most of a document has none.
        """
        if not any(map(holds_comment, inlines)):
            return inlines
        found: list[Inline] = []
        for inline in inlines:
            match inline:
                case RemarkedWords(children, remarks):
                    found += self.inlines(children)
                    found += map(self.add_remark, filter(needs_entry, remarks))
                case Strong() | Emphasis() | Footnote():
                    found.append(inline.replace(children=self.inlines(inline.children)))
                case Link():
                    words, marks = self.apart(inline.children)
                    found += [inline.replace(children=words), *marks]
                case _:
                    found.append(inline)
        return tuple(found)

    def apart(self, inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        """Write the marks in words, and return words and marks separately."""
        marked = self.inlines(inlines)
        return (inlines, ()) if marked is inlines else split_off_marks(marked)


def are_bare(blocks: tuple[Block, ...]) -> bool:
    """Tell whether blocks are paragraphs without comments, as those of most cells are."""
    for block in blocks:
        if not isinstance(block, Paragraph) or any(map(holds_comment, block.children)):
            return False
    return True


def holds_comment(inline: Inline) -> bool:
    """Tell whether an inline value is about words with comments, or holds such words."""
    match inline:
        case Text():
            return False
        case RemarkedWords():
            return True
        case Strong(children) | Emphasis(children) | Footnote(children) | Link(children=children):
            return any(map(holds_comment, children))
        case _:
            return False


def keep_same(made: list[Kept], given: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """Return what was given if the same was made of all of it, so that what has no comments is not copied.

    To compare all that it holds would take longer.
    """
    return given if len(made) == len(given) and all(map(is_, made, given)) else tuple(made)


def replace_if_other(value: Value, **fields: object) -> Value:
    """Return a copy with other values in some of its fields, or the value itself if it has them already."""
    held = vars(value)
    return value if all(map(is_, map(held.get, fields), fields.values())) else value.replace(**fields)


def needs_entry(remark: Remark) -> bool:
    """Tell whether a comment says more than where to write an answer."""
    return not remark.on_mark


def is_comment_mark(inline: Inline) -> bool:
    """Tell whether an inline value is the mark of a comment."""
    return isinstance(inline, Link) and bool(inline.anchor)


def split_off_marks(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Separate words from marks, including those inside emphasis."""
    words: list[Inline] = []
    marks: list[Inline] = []
    for inline in inlines:
        if is_comment_mark(inline):
            marks.append(inline)
        elif isinstance(inline, Strong | Emphasis):
            inner, found = split_off_marks(inline.children)
            words.append(inline.replace(children=inner))
            marks += found
        else:
            words.append(inline)
    return tuple(words), tuple(marks)


def make_comment_entry(number: int, remark: Remark) -> tuple[Block, ...]:
    """Write the entry of a comment. Its number leads back to the words that it is about."""
    back = Link(f"#comment-{number}-mark", (Text(f"[{number}]"),))
    title = Paragraph((back, Text(" "), Strong((Text(remark.title),))), anchor=f"comment-{number}")
    return (title, *(Paragraph((Text(words),)) for words in remark.in_full))
