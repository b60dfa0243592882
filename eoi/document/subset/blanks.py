"""The blanks of a page: blank table cells, which are filled, and headings with nothing below them, which go.

In a draft every blank cell gets a dash, whether its answer is missing, does not apply or was never asked for:
readers need not tell these apart. In a final the blank cell of a field gets words, and only a cell without a
field gets a dash. A column in which no field has an answer is left out, since a reader would ask why it is
there.

A part has no text if it is not answered and no known source asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from eoi.document.gaps.hole_words import HoleWords
from eoi.document.subset.attributes import COLUMN_KINDS, read_allowed_class
from eoi.document.subset.elements import PATH, Element
from eoi.document.subset.numbers import walk_elements
from eoi.rounds.model import Round

DASH = "\N{EN DASH}"
# Elements that show something without any text.
SHOWN = frozenset({"img", "span"})
DEEPEST = 6


def fill_blank_cells(root: Element, words: HoleWords | None = None) -> None:
    """Fill the blank cells of every table of a document.

    `words` are given for a final only.
    """
    for element in walk_elements(root):
        if element.name == "table":
            fill_blanks_of_table(element, words)


def fill_blanks_of_table(table: Element, words: HoleWords | None) -> None:
    """Put words or a dash into each blank cell of a table."""
    rows = [row for row in walk_elements(table) if row.name == "tr"]
    heads: list[Element] = []
    if any(part.name == "thead" for part in walk_elements(table)):
        leave_out_columns(rows, find_unanswered_columns(rows[1:]))
        heads, rows = list(list_cells_of_row(rows[0])), rows[1:]
    for row in rows:
        spare = () if heads else list_spare_cells(row)
        for cell, head in zip_longest(list_cells_of_row(row), heads):
            if cell and is_blank_element(cell) and cell not in spare:
                cell.children[:] = [(words and choose_words_for_cell(cell, row, head, words)) or DASH]


def list_spare_cells(row: Element) -> list[Element]:
    """Return the unused cells behind the last fact of a row.

    They get no dash, since nothing is missing there.
    """
    cells = list(list_cells_of_row(row))
    labels = [at for at, cell in enumerate(cells) if cell.name == "th"]
    return [cell for cell in cells[labels[-1] + 2 :] if PATH not in cell.attributes] if labels else []


def choose_words_for_cell(cell: Element, row: Element, head: Element | None, words: HoleWords) -> str:
    """Return the words for a blank cell of a final; return an empty text if it belongs to no field."""
    if PATH in cell.attributes:
        return words.for_field(cell.attributes[PATH])
    return words.for_column(read_allowed_class(head, COLUMN_KINDS)) if head and PATH in row.attributes else ""


def find_unanswered_columns(rows: list[Element]) -> frozenset[int]:
    """Return the numbers of the columns in which no field has an answer.

    Columns to fill in by hand hold no fields, so they stay.
    """
    columns = list(zip(*map(list_cells_of_row, rows), strict=False))
    found = frozenset(number for number, cells in enumerate(columns) if shows_no_answer(cells))
    # A table with only such columns keeps them, since a table needs at least one column.
    return found if len(found) < len(columns) else frozenset()


def leave_out_columns(rows: list[Element], columns: frozenset[int]) -> None:
    """Remove these columns from every row. Rows of unequal lengths stay, and the converter reports them."""
    cells = [list(list_cells_of_row(row)) for row in rows]
    if columns and len({len(row) for row in cells}) == 1:
        gone = {id(row[column]) for row in cells for column in columns}
        for row in rows:
            row.children[:] = [child for child in row.children if id(child) not in gone]


def list_cells_of_row(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, including headings."""
    return (one for one in row.children if isinstance(one, Element) and one.name in ("td", "th"))


def shows_no_answer(cells: tuple[Element, ...]) -> bool:
    """Tell whether all cells of a column are blank, and one of them belongs to a field."""
    blank = all(cell.name == "td" and is_blank_element(cell) for cell in cells)
    return blank and any(PATH in cell.attributes for cell in cells)


def is_blank_element(element: Element) -> bool:
    """Tell whether an element shows nothing at all."""
    return all(
        not child.strip() if isinstance(child, str) else child.name not in SHOWN and is_blank_element(child)
        for child in element.children
    )


def leave_out_idle_headings(root: Element, round_: Round) -> None:
    """Remove the headings of the round's parts that have nothing below them, each with its question."""
    anchors = list_anchors_of_round(round_)
    kept: list[Element | str] = []
    question: list[Element | str] = []
    # The levels of headings with something below them. The document is read from its end.
    covered: set[int] = set()
    for child in reversed(root.children):
        if is_question(child):
            question.append(child)
        elif level := read_heading_level(child):
            if level in covered or read_anchor(child) not in anchors:
                kept += [*question, child]
                covered = set(range(1, level))
            question = []
        else:
            kept.append(child)
            covered |= set(range(1, DEEPEST)) if says_something(child) else set()
    root.children[:] = kept[::-1]


def list_anchors_of_round(round_: Round) -> frozenset[str]:
    """Return the ids of the headings of a round's sections and parts."""
    return frozenset(section.anchor_of(part) for section in round_.sections for part, _ in section.places)


def read_anchor(child: Element | str) -> str:
    """Return the id of an element; return an empty text for a text or without an id."""
    return "" if isinstance(child, str) else child.attributes.get("id", "")


def is_question(child: Element | str) -> bool:
    """Tell whether a paragraph is the question printed below a heading."""
    return not isinstance(child, str) and child.attributes.get("class") == "question"


def read_heading_level(child: Element | str) -> int:
    """Return the level of a heading; 0 for anything else."""
    if isinstance(child, str) or child.name[0] != "h" or not child.name[1:].isdecimal():
        return 0
    return int(child.name[1:])


def says_something(child: Element | str) -> bool:
    """Tell whether a text or element shows anything to a reader."""
    if isinstance(child, str):
        return bool(child.strip())
    return child.name != "p" or child.has_text
