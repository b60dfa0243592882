"""The merging of two versions of a document.

Accepting all changes gives the new version, and rejecting them gives the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Revisions,
    Table,
)
from eoi.document.inline import Remark, RemarkedWords
from eoi.revisions.align import Pair, align_with_moves
from eoi.revisions.mark import Fate, mark_block, mark_blocks
from eoi.revisions.moves import PlaceOfMove, can_move
from eoi.revisions.summaries import (
    compare_blocks,
    compare_items,
    find_block_key,
    read_words_of_block,
    read_words_of_blocks,
)
from eoi.revisions.tables import Blocks, can_merge, merge_tables
from eoi.revisions.words import merge_words


def mark_changes(old: Document, new: Document, since: str) -> Document:
    """Return the new document with the changes since the old one marked. `since` describes the old version.

    The changes have the date of the submission, so that the same files give the same document.
    """
    about = Revisions(new.properties.author, new.properties.date, since)
    return new.replace(blocks=Merge().merge_blocks(old.blocks, new.blocks), revisions=about)


def is_one_line(block: Block) -> bool:
    """Tell whether a block is a line of text."""
    return isinstance(block, Paragraph | Heading)


def can_pair(old: Block, new: Block) -> bool:
    """Tell whether one block can be a version of another."""
    return type(old) is type(new) and find_block_key(old) == find_block_key(new)


class Merge:
    """The merging of two versions of a document. It numbers the moves."""

    def __init__(self) -> None:
        self.moves = count(1)
        self.moved: dict[int, Blocks] = {}

    def merge_blocks(self, old: Blocks, new: Blocks) -> Blocks:
        """Merge two sequences of blocks.

        A single line is taken as a version of the single line that it replaces.
        """
        if old == new:
            return new
        if len(old) == len(new) == 1 and is_one_line(old[0]) and can_pair(old[0], new[0]):
            return tuple(self.merge_block(old[0], new[0]))
        pairs = align_with_moves(old, new, read_words_of_block, compare_blocks, self.moves)
        return tuple(block for pair in pairs for block in self.merge_pair(pair))

    def merge_pair(self, pair: Pair[Block]) -> Iterable[Block]:
        """Return the blocks for a pair: one in both versions, or one that was inserted, deleted or moved."""
        if pair.old is not None and pair.new is not None:
            return self.merge_block(pair.old, pair.new)
        old, new, moved = (None if block is None else (block,) for block in pair[:3])
        return self.show_alone(Pair(old, new, moved, pair.number))

    def show_alone(self, pair: Pair[Blocks]) -> Blocks:
        """Return the blocks for a pair with only one version: inserted, deleted or moved."""
        fate: Fate = "deleted" if pair.new is None else "inserted"
        old, new = pair.old or pair.moved or (), pair.new or pair.moved or ()
        if pair.number and can_move((*old, *new)):
            return PlaceOfMove(fate, pair.number).show_blocks(self.merge_moved(old, new, pair.number))
        return mark_blocks(old if fate == "deleted" else new, fate)

    def merge_moved(self, old: Blocks, new: Blocks, number: int) -> Blocks:
        """Merge the versions of a moved item, once for both places.

        So moves within it have the same names at both.
        """
        if number not in self.moved:
            self.moved[number] = self.merge_blocks(old, new)
        return self.moved[number]

    def merge_block(self, old: Block, new: Block) -> Iterator[Block]:
        """Yield the new version of a block with its changes marked."""
        match old, new:
            case Paragraph(children=before), Paragraph(children=after):
                yield new.replace(children=merge_words(before, after))
            case Heading(children=before), Heading(children=after):
                yield new.replace(children=merge_words(before, after))
            case BulletList(items), BulletList(others):
                yield new.replace(items=self.merge_items(items, others))
            case NumberedList(items), NumberedList(others):
                yield new.replace(items=self.merge_items(items, others))
            case Quote(blocks), Quote(inner):
                yield new.replace(blocks=self.merge_blocks(blocks, inner))
            case Callout(blocks=blocks), Callout(blocks=inner):
                yield new.replace(blocks=self.merge_blocks(blocks, inner))
            case Table(), Table() if can_merge(old, new):
                yield merge_tables(old, new, self.merge_blocks, self.moves)
            case Table(), Table():
                yield mark_block(old, "deleted")
                yield mark_block(new, "inserted")
            case Figure(), Figure():
                yield merge_figures(old, new)
            case _:
                yield new

    def merge_items(self, old: tuple[Blocks, ...], new: tuple[Blocks, ...]) -> tuple[Blocks, ...]:
        """Merge the items of a list."""
        pairs = align_with_moves(old, new, read_words_of_blocks, compare_items, self.moves)
        return tuple(map(self.merge_item, pairs))

    def merge_item(self, pair: Pair[Blocks]) -> Blocks:
        """Return an item in both versions, or one that was inserted, deleted or moved."""
        if pair.old is None or pair.new is None:
            return self.show_alone(pair)
        return self.merge_blocks(pair.old, pair.new)


OTHER_PICTURE = Remark("This figure has changed since the earlier version.", ("It shows the new version.",))


def merge_figures(old: Figure, new: Figure) -> Figure:
    """Return the new figure, with a comment if it differs from the old one."""
    caption = merge_words(old.caption, new.caption)
    if old.svg != new.svg and not new.for_screen:  # its changes are marked in its table
        caption = (RemarkedWords(caption, (OTHER_PICTURE,)),)
    return new.replace(caption=caption)
