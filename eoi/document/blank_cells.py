"""Cells with nothing in them, filled as a careful writer would fill them.

An answer that the file lacks, and for which there is no mark, is "Not stated"; any other cell has a dash,
which claims nothing.
A column in which nothing is stated at all is left to be dropped: a reader would ask why it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.document.numbers import elements
from eoi.document.subset import PATH, Element

DASH, NOT_STATED = "\N{EN DASH}", "Not stated"
SHOWN = frozenset({"img", "span"})  # which can show something without any text


def fill_blank_cells(root: Element) -> None:
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
    """A cell for a field, with none of it there."""
    return (
        PATH in cell.attributes
        and cell.name == "td"
        and (is_blank_element(cell) or cell.children == [NOT_STATED])
    )


def is_blank_element(element: Element) -> bool:
    return all(
        not child.strip() if isinstance(child, str) else child.name not in SHOWN and is_blank_element(child)
        for child in element.children
    )
