"""Tables under the same head have the same columns: those of a checklist line up from section to section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from eoi.document.blocks import Cell, Table
from eoi.writers.orientation import stretches
from eoi.writers.page import A4, Page
from eoi.writers.recent import Blocks, recent
from eoi.writers.widths import column_shares


@recent
def lined_up(blocks: Blocks, page: Page = A4) -> Blocks:
    """The blocks, each table with the widths of its columns; the tables of a series are measured as one."""
    upright, on_its_side = room_of(page), room_of(page.on_its_side())
    shares = {
        id(table): found
        for stretch in stretches(blocks)
        for tables in series(stretch.blocks)
        for found in [shares_of(tables, on_its_side if stretch.wide else upright)]
        for table in tables
    }
    return tuple(
        replace(block, shares=shares[id(block)]) if isinstance(block, Table) and block.rows else block
        for block in blocks
    )


def room_of(page: Page) -> float:
    """In hundredths of what an upright page of A4 has between its margins."""
    return 100 * page.room / A4.room


def series(blocks: Blocks) -> list[list[Table]]:
    """The tables with rows, those under the same head together; one without a head is by itself."""
    found: dict[tuple[Cell, ...] | int, list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and block.rows:
            found[block.head or id(block)].append(block)
    return list(found.values())


def shares_of(tables: list[Table], room: float) -> tuple[int, ...]:
    """Of all of them as one."""
    rows = tuple(row for table in tables for row in table.rows)
    return column_shares(replace(tables[0], rows=rows), room)
