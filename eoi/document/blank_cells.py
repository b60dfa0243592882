"""Fill the cells of tables that have nothing in them, in drafts and finals alike.

Every blank cell has a dash, whether an answer is missing, does not apply or was never asked for: it claims
nothing, and no reader has to tell one kind of blank from another. A column in which no field has an answer is
left to be dropped: a reader would ask why it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.document.numbers import elements
from eoi.document.subset import PATH, Element

DASH = "\N{EN DASH}"
# These show something without any text.
SHOWN = frozenset({"img", "span"})


def fill_blank_cells(root: Element) -> None:
    """Fill the blank cells of every table of a document."""
    for element in elements(root):
        if element.name == "table":
            fill_blanks_of_table(element)


def fill_blanks_of_table(table: Element) -> None:
    rows = [list(cells_of_row(row)) for row in elements(table) if row.name == "tr"]
    has_head = any(part.name == "thead" for part in elements(table))
    body = rows[1:] if has_head else rows
    columns = list(zip(*body, strict=False)) if has_head else []
    dropped = {id(cell) for column in columns if all(map(says_nothing, column)) for cell in column}
    for row in body:
        for cell in row:
            if id(cell) in dropped:
                cell.children[:] = []
            elif is_blank_element(cell):
                cell.children[:] = [DASH]


def cells_of_row(row: Element) -> Iterator[Element]:
    return (one for one in row.children if isinstance(one, Element) and one.name in ("td", "th"))


def says_nothing(cell: Element) -> bool:
    """Tell whether a cell shows a field that has no answer."""
    return PATH in cell.attributes and cell.name == "td" and is_blank_element(cell)


def is_blank_element(element: Element) -> bool:
    return all(
        not child.strip() if isinstance(child, str) else child.name not in SHOWN and is_blank_element(child)
        for child in element.children
    )
