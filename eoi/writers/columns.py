"""Tables under the same head have the same columns: those of a checklist line up from section to section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from eoi.document.blocks import Block, Cell, Table
from eoi.writers.widths import column_shares


def lined_up(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with the tables of each series measured as one."""
    series = [tables for tables in by_head(blocks).values() if len(tables) > 1]
    shares = {id(table): found for tables in series for found in [shares_of(tables)] for table in tables}
    return tuple(
        replace(block, shares=shares[id(block)])
        if isinstance(block, Table) and id(block) in shares
        else block
        for block in blocks
    )


def by_head(blocks: tuple[Block, ...]) -> dict[tuple[Cell, ...], list[Table]]:
    found = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and block.head and block.rows:
            found[block.head].append(block)
    return found


def shares_of(tables: list[Table]) -> tuple[int, ...]:
    rows = tuple(row for table in tables for row in table.rows)
    return column_shares(replace(tables[0], rows=rows))
