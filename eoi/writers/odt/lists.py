"""Bulleted and numbered lists, each item in its own list as deep as it stands.

A list can hold paragraphs and lists only. What else stands in an item is written between two lists, of which
the second counts on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eoi.document.blocks import Block, BulletList, NumberedList
from eoi.writers.odt.ledger import Ledger
from eoi.writers.page import Place

Flow = Callable[[tuple[Block, ...], Place, Ledger], str]

OUTSIDE = "\0"  # around what cannot stand in a list; no text can hold it
MARKER = 0  # any will do: which list an item is of is told by where it stands


def outside(content: str, place: Place) -> str:
    return f"{OUTSIDE}{content}{OUTSIDE}" if place.level and content else content


def bullet_list(block: BulletList, place: Place, ledger: Ledger, flow: Flow) -> str:
    item = place.item(MARKER, "ListBullet")
    items = [(flow(blocks, item, ledger), "") for blocks in block.items]
    return list_xml("Bullets", items, place)


def numbered_list(block: NumberedList, place: Place, ledger: Ledger, flow: Flow) -> str:
    item = place.item(MARKER, "ListNumber")
    numbered = enumerate(block.items, block.start)
    items = [(flow(blocks, item, ledger), f' text:start-value="{number}"') for number, blocks in numbered]
    return list_xml("Numbers", items, place)


def list_xml(style: str, items: Iterable[tuple[str, str]], place: Place) -> str:
    """Items with what makes them count from their own number, which is said once a list."""
    start = f'<text:list text:style-name="{f"Table_20_{style}" if place.in_cell else style}">'
    parts, held, counting = [], "", False
    for content, number in items:
        inside, *others = content.split(OUTSIDE)
        held += f"<text:list-item{'' if counting else number}>{inside}</text:list-item>"
        counting = True
        for other, after in zip(others[::2], others[1::2], strict=True):
            parts += [f"{start}{held}</text:list>" if held else "", outside(other, place)]
            held = f"<text:list-header>{after}</text:list-header>" if after else ""
            counting = False
    return "".join(parts) + (f"{start}{held}</text:list>" if held else "")
