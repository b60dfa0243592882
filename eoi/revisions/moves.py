"""Lines, items, rows and blocks that moved. Each is shown at its old and at its new place, as one move.

A moved item may have changed too. Then its old place shows the words that only the old version has as
deleted, and its new place those that only the new version has as inserted.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.inline import Inline, RemarkedWords
from eoi.document.walk import list_inner_blocks, walk_blocks
from eoi.revisions.mark import Fate, mark_line_as
from eoi.revisions.tokens import Token, split_inline
from eoi.revisions.words import join, move_within

Blocks = tuple[Block, ...]


def can_move(blocks: Iterable[Block]) -> bool:
    """Tell whether blocks have only words. A picture has no place for an old version of itself."""
    return not any(isinstance(block, Table | Figure | Contents) for block in walk_blocks(blocks))


class PlaceOfMove:
    """One of the two places of a move, which shows merged blocks with their changes marked.

    Each line is a move of its own. Lines in both versions have the same names at both places.
    """

    def __init__(self, fate: Fate, number: int) -> None:
        self.fate, self.number, self.lines = fate, number, count(1)

    def show_blocks(self, merged: Blocks) -> Blocks:
        """Return the blocks that the version of this place has."""
        return tuple(self.show_block(block) for block in merged if self.has(block))

    def has(self, block: Block) -> bool:
        """Tell whether the version of this place has a block. It has a list if it has one of its lines."""
        if isinstance(block, Heading | Paragraph):
            return block.revision in ("", self.fate)
        return any(map(self.has_any, list_inner_blocks(block)))

    def has_any(self, blocks: Blocks) -> bool:
        """Tell whether this version has any of some blocks. Empty blocks are in both versions."""
        return not blocks or any(map(self.has, blocks))

    def show_block(self, block: Block) -> Block:
        """Return a block with its words marked as moved, except those that only this version has."""
        match block:
            case Heading() | Paragraph() if not block.revision:
                return mark_line_as(block, self.show_line(block.children), self.fate)
            case BulletList() | NumberedList():
                items = (item for item in block.items if self.has_any(item))
                return block.replace(items=tuple(map(self.show_blocks, items)))
            case Quote() | Callout():
                return block.replace(blocks=self.show_blocks(block.blocks))
            case _:
                return block

    def show_row(self, merged: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the cells of a row."""
        return tuple(
            cell.replace(
                blocks=self.show_blocks(cell.blocks),
                paths="" if self.fate == "deleted" else cell.paths,
                revision=self.fate,
            )
            for cell in merged
        )

    def show_line(self, merged: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line without the parts that only the version at the other place has."""
        numbers, move = count(), f"{self.number}-{next(self.lines)}"
        tokens = [token for inline in merged for token in split_inline(inline, numbers)]
        return join([self.mark_token(token, move) for token in tokens if token.sign in ("", self.fate)])

    def mark_token(self, token: Token, move: str) -> Token:
        """Mark a token as moved, unless only this version has it."""
        moved = token if token.sign else token._replace(sign=self.fate, move=move)
        return move_within(remove_remarks(moved), ()) if self.fate == "deleted" else moved


def remove_remarks(token: Token) -> Token:
    """Return a token without comments, which are at the new place."""
    return token._replace(
        within=tuple(mark for mark in token.within if not isinstance(mark[1], RemarkedWords))
    )
