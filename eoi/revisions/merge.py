"""Merge two versions of a document into one: to accept all is the new version, to reject all the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    Remark,
    Remarked,
    Revisions,
    Table,
)
from eoi.revisions.align import align
from eoi.revisions.mark import mark_block, mark_blocks
from eoi.revisions.summaries import (
    compare_blocks,
    compare_items,
    key_of_block,
    words_of_block,
    words_of_blocks,
)
from eoi.revisions.tables import Blocks, can_merge, merge_tables
from eoi.revisions.words import merge_words


def mark_changes(old: Document, new: Document, since: str) -> Document:
    """Return the new document with the changes since the old one marked; `since` names that.

    The changes have the date of the submission, so that the same files give the same document.
    """
    about = Revisions(new.properties.author, new.properties.date, since)
    return replace(new, blocks=merge_blocks(old.blocks, new.blocks), revisions=about)


def merge_blocks(old: Blocks, new: Blocks) -> Blocks:
    """Merge blocks in a row. A single line is a version of the single line that it took the place of."""
    if old == new:
        return new
    if len(old) == len(new) == 1 and is_one_line(old[0]) and can_pair(old[0], new[0]):
        return tuple(merge_pair(old[0], new[0]))
    pairs = align(old, new, words_of_block, compare_blocks)
    return tuple(block for one, other in pairs for block in merge_pair(one, other))


def is_one_line(block: Block) -> bool:
    """Tell whether a block is a line of text."""
    return isinstance(block, Paragraph | Heading)


def can_pair(old: Block, new: Block) -> bool:
    """Tell whether one block can be a version of the other."""
    return type(old) is type(new) and key_of_block(old) == key_of_block(new)


def merge_pair(old: Block | None, new: Block | None) -> Iterator[Block]:
    """Yield a block of both versions, or one that came or went."""
    if new is None and old is not None:
        yield mark_block(old, "deleted")
    elif old is None and new is not None:
        yield mark_block(new, "inserted")
    elif old is not None and new is not None:
        yield from merge_block(old, new)


def merge_block(old: Block, new: Block) -> Iterator[Block]:
    """Yield the new version of a block with its changes marked."""
    match old, new:
        case Paragraph(children=before), Paragraph(children=after):
            yield replace(new, children=merge_words(before, after))
        case Heading(children=before), Heading(children=after):
            yield replace(new, children=merge_words(before, after))
        case BulletList(items), BulletList(others):
            yield replace(new, items=merge_list_items(items, others))
        case NumberedList(items), NumberedList(others):
            yield replace(new, items=merge_list_items(items, others))
        case Quote(blocks), Quote(inner):
            yield replace(new, blocks=merge_blocks(blocks, inner))
        case Callout(blocks=blocks), Callout(blocks=inner):
            yield replace(new, blocks=merge_blocks(blocks, inner))
        case Table(), Table() if can_merge(old, new):
            yield merge_tables(old, new, merge_blocks)
        case Table(), Table():
            yield mark_block(old, "deleted")
            yield mark_block(new, "inserted")
        case Figure(), Figure():
            yield merge_figures(old, new)
        case _:
            yield new


def merge_list_items(old: tuple[Blocks, ...], new: tuple[Blocks, ...]) -> tuple[Blocks, ...]:
    """Merge the items of a list."""
    found: list[Blocks] = []
    for one, other in align(old, new, words_of_blocks, compare_items):
        if one is None:
            found.append(mark_blocks(other or (), "inserted"))
        elif other is None:
            found.append(mark_blocks(one, "deleted"))
        else:
            found.append(merge_blocks(one, other))
    return tuple(found)


OTHER_PICTURE = Remark("This figure has changed since the earlier version.", ("It shows the new version.",))


def merge_figures(old: Figure, new: Figure) -> Figure:
    """Return the new figure, with a comment where it shows something else than the old one."""
    caption = merge_words(old.caption, new.caption)
    if old.svg != new.svg:
        caption = (Remarked(caption, (OTHER_PICTURE,)),)
    return replace(new, caption=caption)
