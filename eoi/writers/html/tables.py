"""Tables, as HTML; one too wide for a telephone scrolls by itself, and never the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import pairwise

from eoi.document.blocks import Block, Cell, Revision, Table
from eoi.writers.column_widths import column_shares
from eoi.writers.html.inline import words_of_line
from eoi.writers.html.notes import Notes
from eoi.writers.row_heights import is_small

Flow = Callable[[tuple[Block, ...], Notes], str]
FITS_A_TELEPHONE = 2  # columns


def table_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write a table; one too wide for a telephone scrolls."""
    block = stack_facts(block) if block.kind == "details" else block
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    name = f"{escape(block.anchor)}-caption" if block.anchor and block.caption else ""
    columns = len(block.head)
    scrolls = block.kind == "data" and columns > FITS_A_TELEPHONE
    size = f' style="--columns:{columns}"' if scrolls else ""
    shares = column_shares(block) if block.rows else ()
    widths = column_group(shares) if block.kind == "data" else ""
    kind = "table whole" if is_small(block, shares) else "table"
    inner = [
        caption_html(block, name, notes),
        widths,
        table_head_html(block, notes, flow),
        table_body_html(block, notes, flow),
    ]
    written = f'<table class="{block.kind}"{anchor}{size}>\n{"".join(inner)}</table>'
    return labelled_region(kind, name, written) if scrolls else f'<div class="{kind}">{written}</div>'


def stack_facts(block: Table) -> Table:
    """Return each fact a row of its own: a telephone has no room for two beside each other."""
    return replace(block, rows=tuple(fact for row in block.rows for fact in split_row(row)))


def split_row(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """Split a row before each of its labels."""
    labels = [at for at, cell in enumerate(row) if at == 0 or cell.scope == "row"]
    for start, end in pairwise((*labels, len(row))):
        yield row[start:end]


def labelled_region(kind: str, label: str, inner: str) -> str:
    """Make what may have to be scrolled reachable by keyboard, and name it.

    It is a group and no landmark: twenty of those would bury the page's own.
    """
    named = f'aria-labelledby="{label}"' if label else 'aria-label="Table"'
    return f'<div class="{kind} scrolls" role="group" tabindex="0" {named}>{inner}</div>'


def caption_html(block: Table, name: str, notes: Notes) -> str:
    """Write the caption of a table, or nothing where it has none."""
    if not block.caption:
        return ""
    number = label_html("Table", block.number, block.revision)
    anchor = f' id="{name}"' if name else ""
    return f"<caption{anchor}><span>{number}{words_of_line(block.caption, notes)}</span></caption>\n"


def label_html(label: str, number: int | None, revision: Revision) -> str:
    """Write the number of a table or figure; of one that came, the number came with it."""
    words = f"{label} {number}: " if number else ""
    return f"<ins>{words}</ins>" if words and revision == "inserted" else words


def column_group(shares: tuple[int, ...]) -> str:
    """Write the widths of the printed table. On a screen they count where there is room for them."""
    columns = "".join([f'<col style="--share:{share}%">' for share in shares])
    return f"<colgroup>{columns}</colgroup>\n" if columns else ""


def table_head_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write the head of a table, or nothing where it has none."""
    return f"<thead>\n{row_html(block.head, block, notes, flow)}\n</thead>\n" if block.head else ""


def table_body_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write the rows of a table."""
    rows = "\n".join([row_html(cells, block, notes, flow) for cells in block.rows])
    return f"<tbody>\n{rows}\n</tbody>\n"


def row_html(cells: Iterable[Cell], block: Table, notes: Notes, flow: Flow) -> str:
    """Write a row."""
    written = [
        cell_html(cell, ' class="right"' if block.aligns_right(column) else "", notes, flow)
        for column, cell in enumerate(cells)
    ]
    return f"<tr>{''.join(written)}</tr>"


def cell_html(cell: Cell, side: str, notes: Notes, flow: Flow) -> str:
    """Write a cell. A header cell with nothing in it heads nothing."""
    if cell.scope and cell.blocks:
        return f'<th scope="{cell.scope}"{side}>{flow(cell.blocks, notes)}</th>'
    return f"<td{side}>{flow(cell.blocks, notes)}</td>"
