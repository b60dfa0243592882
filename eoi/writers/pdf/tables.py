"""Tables as data for Typst."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eoi.document.blocks import Block, Cell, Table
from eoi.writers.column_widths import column_shares
from eoi.writers.pdf.context import PdfContext
from eoi.writers.pdf.inline import line_node
from eoi.writers.row_heights import row_lines

Flow = Callable[[tuple[Block, ...]], list[dict[str, Any]]]

TALLEST = 18  # lines of a row that is kept on one page: a third of an upright page
LONGEST_HEAD = 8  # lines of a head that is repeated on each page


def table_node(block: Table, context: PdfContext, flow: Flow) -> dict[str, Any]:
    """Encode a table."""
    shares = column_shares(block) if block.head or block.rows else ()
    return {
        "kind": "table",
        "layout": block.kind,
        "bold": not block.plain,
        "anchor": context.claim(block.anchor),
        "label": f"Table {block.number}" if block.number is not None else "",
        **line_node(block.caption, context),
        "shares": shares,
        "right": [block.aligns_right(column) for column in range(len(shares))],
        "whole": block.is_whole,
        "repeats": row_lines(block.head, shares) <= LONGEST_HEAD,
        "head": cell_nodes(block.head, flow),
        "rows": [
            {"tall": row_lines(row, shares) > TALLEST, "cells": cell_nodes(row, flow)} for row in block.rows
        ],
    }


def cell_nodes(row: tuple[Cell, ...], flow: Flow) -> list[dict[str, Any]]:
    """Encode the cells of a row."""
    return [{"scope": cell.scope or "", "blocks": flow(cell.blocks)} for cell in row]
