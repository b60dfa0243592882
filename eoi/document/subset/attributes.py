"""The parts and attributes of elements, read as what blocks hold: kinds, numbers, and the fields shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, get_args

from eoi.document.blocks import CalloutKind, ColumnKind, Role, TableKind
from eoi.document.subset.elements import PATH, Element, Origin, SubsetError, find_origin_in_template
from eoi.document.subset.numbers import walk_elements

ROLES: tuple[Role, ...] = get_args(Role)
CALLOUT_KINDS: tuple[CalloutKind, ...] = get_args(CalloutKind)
TABLE_KINDS: tuple[TableKind, ...] = get_args(TableKind)
COLUMN_KINDS: tuple[ColumnKind, ...] = get_args(ColumnKind)
HIGHEST_START = 32_767
MOST_COLUMNS = 63  # as many as Word has
Name = TypeVar("Name", bound=str)


def read_paths_of_callout(element: Element, kind: CalloutKind) -> str:
    """Return the paths of the fields that a callout is about, including those of its lines."""
    marked = (element, *walk_elements(element)) if kind == "gap" else (element,)
    return " ".join(path for one in marked if (path := one.attributes.get(PATH)))


def find_first_origin(run: Sequence[Element | str]) -> Origin | None:
    """Return the place in a template where the first visible part of a run was written; None if unknown."""
    return next(
        (find_origin_in_template(child) for child in run if not isinstance(child, str) or child.strip()), None
    )


def read_list_start(numbered: Element) -> int:
    """Return the number that a list begins with; raise `SubsetError` if it is no number or too large."""
    typed = numbered.attributes.get("start", "1")
    if not (typed.isdecimal() and len(typed) <= len(str(HIGHEST_START)) and int(typed) <= HIGHEST_START):
        raise SubsetError(f"<ol> starts with a whole number up to {HIGHEST_START:,}, not {typed[:20]!r}")
    return int(typed)


def split_table(table: Element) -> tuple[list[Element], list[Element], Element]:
    """Return the caption and the head of a table, each in a list that may be empty, and its body."""
    parts = table.elements("caption", "thead", "tbody")
    captions, heads, bodies = (
        [part for part in parts if part.name == name] for name in ("caption", "thead", "tbody")
    )
    if max(len(captions), len(heads)) > 1 or len(bodies) != 1:
        raise SubsetError("a table has one caption, one thead and exactly one tbody at the most")
    return captions, heads, bodies[0]


def refuse_ragged_rows(head: Sequence[Sequence[object]], rows: Sequence[Sequence[object]]) -> None:
    """Raise `SubsetError` for rows of different lengths, or with more cells than Word has columns."""
    if len(head) > 1 or len({len(row) for row in [*head, *rows]}) > 1:
        raise SubsetError("the rows of a table have the same number of cells, under one row of headers")
    if not 1 <= len([*head, *rows, ()][0]) <= MOST_COLUMNS:
        raise SubsetError(f"a table has at least one cell, and at most {MOST_COLUMNS} columns")


def read_column_kinds(heads: Sequence[Element]) -> tuple[ColumnKind, ...]:
    """Return the kind of each column by its heading; return an empty tuple if all hold words."""
    cells = [cell for head in heads for row in head.elements("tr") for cell in row.elements("th", "td")]
    kinds = tuple(read_allowed_class(cell, COLUMN_KINDS) for cell in cells)
    return kinds if any(kind != COLUMN_KINDS[0] for kind in kinds) else ()


def is_empty_paragraph(element: Element) -> bool:
    """Tell whether an element is a paragraph without text."""
    return element.name == "p" and not element.has_text


def read_allowed_class(element: Element, allowed: tuple[Name, ...]) -> Name:
    """Return the class of an element, which must be one of `allowed`.

    An element without a class gets the first of them.
    """
    if "class" not in element.attributes:
        return allowed[0]
    name = " ".join(element.attributes["class"].split()[:1])
    for known in allowed:
        if name == known:
            return known
    raise SubsetError(f'<{element.name} class="{name}"> is not in the subset')
