"""Tables as data for Typst."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eoi.document.blocks import Block, Cell, Table
from eoi.writers.pdf.inline import line
from eoi.writers.pdf.ledger import Ledger
from eoi.writers.row_heights import height, is_small
from eoi.writers.widths import column_shares

Flow = Callable[[tuple[Block, ...]], list[dict[str, Any]]]

TALLEST = 24  # lines of a row that is kept on one page: a good half of what a page on its side holds
LONGEST_HEAD = 8  # lines of a head that is repeated on each page


def table(block: Table, ledger: Ledger, flow: Flow) -> dict[str, Any]:
    shares = column_shares(block) if block.head or block.rows else ()
    return {
        "kind": "table",
        "layout": block.kind,
        "anchor": ledger.claim(block.anchor),
        "label": f"Table {block.number}" if block.number is not None else "",
        **line(block.caption, ledger),
        "shares": shares,
        "whole": is_small(block, shares),
        "repeats": height(block.head, shares) <= LONGEST_HEAD,
        "head": cells(block.head, flow),
        "rows": [{"tall": height(row, shares) > TALLEST, "cells": cells(row, flow)} for row in block.rows],
    }


def cells(row: tuple[Cell, ...], flow: Flow) -> list[dict[str, Any]]:
    return [{"scope": cell.scope or "", "blocks": flow(cell.blocks)} for cell in row]
