"""Tables as HTML.

A table too wide for a telephone shows its rows as cards there. Its parts are then displayed as other
elements, so each has a role, without which some screen readers would not recognise the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise, zip_longest

from eoi.document.blocks import Block, Cell, Revision, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import release_terms
from eoi.document.walk import list_own_inlines, walk_blocks
from eoi.frozen_value import FrozenValue
from eoi.writers.column_widths import compute_column_shares
from eoi.writers.html.inline import write_inlines_html
from eoi.writers.html.notes import Notes

Flow = Callable[[tuple[Block, ...], Notes], str]
FITS_A_TELEPHONE = 2  # columns
HEAD_ROLES = {"col": "columnheader", "row": "rowheader"}


class CardRow(FrozenValue):
    """The attributes of the cells of a row: the alignment of each, and the whole start of an ordinary one."""

    sides: tuple[str, ...]
    starts: tuple[str, ...]
    is_card: bool


def make_card_row(block: Table, *, head: bool = False) -> CardRow:
    """Return the attributes that all rows of a table share. The head has no labels."""
    columns = range(len(block.head or (block.rows or ((),))[0]))
    sides = tuple(' class="right"' if block.aligns_right(column) else "" for column in columns)
    is_card = turns_into_cards(block)
    labels = tuple(write_label_attribute(cell) for cell in block.head) if is_card and not head else ()
    role = ' role="cell"' if is_card else ""
    starts = tuple(f"<td{side}{label}{role}>" for side, label in zip_longest(sides, labels, fillvalue=""))
    return CardRow(sides, starts, is_card)


def write_label_attribute(cell: Cell) -> str:
    """Write the words of a column's heading as an attribute; return an empty text without words."""
    words = " ".join(read_plain_words(list_own_inlines(one)) for one in walk_blocks(cell.blocks)).strip()
    return f' data-label="{escape(release_terms(words))}"' if words else ""


def turns_into_cards(block: Table) -> bool:
    """Tell whether a table has too many columns for a telephone, which then shows cards."""
    if block.kind == "signatures":
        return bool(block.rows) and len(block.rows[0]) > FITS_A_TELEPHONE
    return block.kind == "data" and len(block.head) > FITS_A_TELEPHONE


def write_table_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write a table. One with too many columns for a narrow screen can scroll."""
    is_whole = block.is_whole
    block = stack_facts(block) if block.kind == "details" else block
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    name = f"{escape(block.anchor)}-caption" if block.anchor and block.caption else ""
    columns = len(block.head)
    is_card = turns_into_cards(block)
    scrolls = is_card and block.kind == "data"
    size = f' style="--columns:{columns}"' if scrolls else ""
    shares = compute_column_shares(block) if block.rows else ()
    widths = write_column_group(shares) if block.kind == "data" else ""
    kind = "table whole" if is_whole else "table"
    inner = [
        write_caption_html(block, name, notes),
        widths,
        write_table_head_html(block, notes, flow),
        write_table_body_html(block, notes, flow),
    ]
    look = f"{block.kind} cards" if is_card else block.kind
    look += " sentences" if block.plain else ""
    written = f'<table class="{look}"{anchor}{size}>\n{"".join(inner)}</table>'
    return write_region(kind, name, written) if scrolls else f'<div class="{kind}">{written}</div>'


def stack_facts(block: Table) -> Table:
    """Return a table of facts with one fact in each row, since a telephone has no room for two."""
    return block.replace(rows=tuple(fact for row in block.rows for fact in split_row(row)))


def split_row(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """Split a row of facts before each of its labels. Empty cells at its end are dropped."""
    labels = [at for at, cell in enumerate(row) if at == 0 or cell.scope == "row"]
    end_of_facts = next((at for at in range(len(row), 0, -1) if row[at - 1].blocks), len(row))
    for start, end in pairwise((*labels, max(end_of_facts, labels[-1] + 1))):
        yield row[start:end]


def write_region(kind: str, label: str, inner: str) -> str:
    """Write a part that may scroll, with a name, so that the keyboard can reach it.

    It is a group and no landmark: many landmarks would hide those of the page.
    """
    named = f'aria-labelledby="{label}"' if label else 'aria-label="Table"'
    return f'<div class="{kind} scrolls" role="group" tabindex="0" {named}>{inner}</div>'


def write_caption_html(block: Table, name: str, notes: Notes) -> str:
    """Write the caption of a table; return an empty text if it has none."""
    if not block.caption:
        return ""
    number = write_label_html("Table", block.number, block.revision)
    anchor = f' id="{name}"' if name else ""
    return f"<caption{anchor}><span>{number}{write_inlines_html(block.caption, notes)}</span></caption>\n"


def write_label_html(label: str, number: int | None, revision: Revision) -> str:
    """Write the number of a table or figure, marked as inserted if the table is.

    The text is empty without a number.
    """
    words = f"{label} {number}: " if number else ""
    return f"<ins>{words}</ins>" if words and revision == "inserted" else words


def write_column_group(shares: tuple[int, ...]) -> str:
    """Write the widths of the columns for print. A screen uses them too if it has room."""
    columns = "".join([f'<col style="--share:{share}%">' for share in shares])
    return f"<colgroup>{columns}</colgroup>\n" if columns else ""


def write_table_head_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write the head of a table; return an empty text if it has none."""
    if not block.head:
        return ""
    row = make_card_row(block, head=True)
    written = write_row_html(block.head, row, notes, flow)
    return f"<thead{write_role_attribute('rowgroup', row)}>\n{written}\n</thead>\n"


def write_table_body_html(block: Table, notes: Notes, flow: Flow) -> str:
    """Write the rows of a table."""
    row = make_card_row(block)
    rows = "\n".join([write_row_html(cells, row, notes, flow) for cells in block.rows])
    return f"<tbody{write_role_attribute('rowgroup', row)}>\n{rows}\n</tbody>\n"


def write_role_attribute(role: str, row: CardRow) -> str:
    """Write the role of a part of a table that a telephone displays as another element."""
    return f' role="{role}"' if row.is_card else ""


def write_row_html(cells: Iterable[Cell], row: CardRow, notes: Notes, flow: Flow) -> str:
    """Write a row."""
    written = [
        write_heading_cell(cell, side, row, notes, flow)
        if cell.scope
        else f"{start}{flow(cell.blocks, notes)}</td>"
        for cell, side, start in zip(cells, row.sides, row.starts, strict=False)
    ]
    return f"<tr{write_role_attribute('row', row)}>{''.join(written)}</tr>"


def write_heading_cell(cell: Cell, side: str, row: CardRow, notes: Notes, flow: Flow) -> str:
    """Write the heading of a row or a column. An empty one is written as an ordinary cell."""
    if cell.scope and cell.blocks:
        start = f'th scope="{cell.scope}"{side}{write_role_attribute(HEAD_ROLES[cell.scope], row)}'
        return f"<{start}>{flow(cell.blocks, notes)}</th>"
    return f"<td{side}{write_role_attribute('cell', row)}></td>"
