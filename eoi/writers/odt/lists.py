"""Bulleted and numbered lists, each item in its own list at its own depth.

A list can hold paragraphs and lists only. Other blocks of an item are written between two lists, of which the
second continues the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from eoi.document.blocks import BulletList, NumberedList
from eoi.writers.page import Surroundings
from eoi.writers.page_layout import Blocks

MARKER = 0  # any value will do: its place says which list an item belongs to


class OdtPiece(NamedTuple):
    """A part of the text, and whether it may stand in a list."""

    xml: str
    fits_a_list: bool = True


Pieces = tuple[OdtPiece, ...]
WriteBlocks = Callable[[Blocks, Surroundings], Pieces]


def join_pieces(pieces: Pieces) -> str:
    """Join the XML of pieces."""
    return "".join([piece.xml for piece in pieces])


def write_bullets(block: BulletList, place: Surroundings, write_blocks: WriteBlocks) -> Pieces:
    """Write a list with bullets."""
    item = place.item(MARKER, "ListBullet")
    return write_list("Bullets", [(write_blocks(blocks, item), "") for blocks in block.items], place)


def write_numbers(block: NumberedList, place: Surroundings, write_blocks: WriteBlocks) -> Pieces:
    """Write a numbered list that starts at its own number."""
    item = place.item(MARKER, "ListNumber")
    numbered = enumerate(block.items, block.start)
    items = [(write_blocks(blocks, item), f' text:start-value="{number}"') for number, blocks in numbered]
    return write_list("Numbers", items, place)


def write_list(style: str, items: Iterable[tuple[Pieces, str]], place: Surroundings) -> Pieces:
    """Write items with the attributes that continue their numbers, once for each list."""
    name = f"Table_20_{style}" if place.in_cell else style
    found: list[OdtPiece] = []
    waiting, counting = "", False
    for pieces, number in items:
        inside, *others = runs_of(pieces)
        waiting += f"<text:list-item{'' if counting else number}>{inside}</text:list-item>"
        counting = True
        for other, after in zip(others[::2], others[1::2], strict=True):
            found += [*one_list(name, waiting), OdtPiece(other, fits_a_list=False)]
            waiting = f"<text:list-header>{after}</text:list-header>" if after else ""
            counting = False
    return (*found, *one_list(name, waiting))


def one_list(name: str, items: str) -> Pieces:
    """Write a list, or nothing if it has no items."""
    return (OdtPiece(f'<text:list text:style-name="{name}">{items}</text:list>'),) if items else ()


def runs_of(pieces: Pieces) -> list[str]:
    """Group pieces that may be in a list and those that may not, alternately, from either kind."""
    runs = [""]
    for piece in pieces:
        if piece.fits_a_list is bool(len(runs) % 2) or not piece.xml:
            runs[-1] += piece.xml
        else:
            runs.append(piece.xml)
    return runs if len(runs) % 2 else [*runs, ""]
