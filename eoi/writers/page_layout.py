"""Lay out the pages of a document: portrait or landscape, with the widths of the tables' columns."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from functools import wraps
from itertools import groupby
from operator import itemgetter
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from eoi.document.blocks import (
    Block,
    BulletList,
    Cell,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Reference,
    Table,
)
from eoi.document.inlines import plain_text
from eoi.document.look import Look
from eoi.document.walk import walk_inlines
from eoi.writers.column_widths import ALLOWANCE, column_bounds, column_shares
from eoi.writers.line_widths import PADDING, lines_of
from eoi.writers.page import A4, Page
from eoi.writers.row_heights import rows_kept

Blocks = tuple[Block, ...]
More = ParamSpec("More")
Result = TypeVar("Result")
KEPT = 8  # results: a submission has two documents, each as it came and as it was measured, and PDF in parts


def remember_last(
    call: Callable[Concatenate[Blocks, More], Result],
) -> Callable[Concatenate[Blocks, More], Result]:
    """Remembers the last results.

    The same blocks are known by their identity: to compare all that a document holds would take as long as
    the call.
    """
    results: deque[tuple[Blocks, object, Result]] = deque(maxlen=KEPT)

    @wraps(call)
    def remembered(blocks: Blocks, /, *more: More.args, **named: More.kwargs) -> Result:
        for known, others, result in tuple(results):
            if known is blocks and others == (more, named):
                return result
        result = call(blocks, *more, **named)
        results.append((blocks, (more, named), result))
        return result

    return remembered


FEWEST_COLUMNS = 5
# The fonts whose letters are no wider than those of Arial.
NARROW_FONTS = ("arial", "calibri", "cambria", "frutiger", "garamond", "helvetica", "liberation", "times")
WIDEST_LETTERS = 1.2  # as in Verdana
READABLE = 60.0  # of a hundred: beyond this a longer line only adds rows
TOO_MUCH = 230.0
LONGEST_BRIDGE = 3
LONGEST_BOLD = 34  # letters of a label


class Room(NamedTuple):
    """The width between the margins, in hundredths of that of our upright page, and that of the letters."""

    width: float = 100
    letters: float = 1

    def for_columns(self, count: int) -> float:
        """Measure in letters of Arial: wider ones leave less room, but the edges of cells stay as wide."""
        edges = count * PADDING
        return (self.width - edges) / self.letters + edges


UPRIGHT = Room()


class Stretch(NamedTuple):
    """Blocks in a row on pages of one orientation."""

    wide: bool
    blocks: tuple[Block, ...]


@remember_last
def leave_out_pictures(blocks: Blocks) -> Blocks:
    """Return the printed blocks: the same ones for each format, so that they are measured once."""
    if not any(isinstance(block, Figure) and block.for_screen for block in blocks):
        return blocks
    return tuple(block for block in blocks if not (isinstance(block, Figure) and block.for_screen))


def for_paper(document: Document) -> Document:
    """Return a document without the pictures that are for a screen alone."""
    kept = leave_out_pictures(document.blocks)
    return document if kept is document.blocks else document.replace(blocks=kept)


def stretches(blocks: Blocks, room: Room = UPRIGHT) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    `room` is the width of an upright page.
    """
    return turn_pages(blocks, room)


@remember_last
def turn_pages(blocks: Blocks, room: Room) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    A wide table takes along the headings and the line that lead to it, and tables with the same headings, so
    that a series of tables does not turn back and forth.
    """
    heads = {block.head for block in blocks if isinstance(block, Table) and is_wide(block, room)}
    wide = [isinstance(block, Table) and bool(block.head) and block.head in heads for block in blocks]
    for index in range(len(blocks) - 1, 0, -1):
        if wide[index] and leads_to_table(blocks[index - 1], blocks[index]):
            wide[index - 1] = True
    found = group_by_side(list(zip(wide, blocks, strict=True)))
    joined = [(stretch.wide or is_bridge(found, index)) for index, stretch in enumerate(found)]
    return group_by_side(
        [(side, block) for side, stretch in zip(joined, found, strict=True) for block in stretch.blocks]
    )


def group_by_side(sides: list[tuple[bool, Block]]) -> tuple[Stretch, ...]:
    """Group blocks that follow one another on pages that lie the same way."""
    return tuple(
        Stretch(wide, tuple(block for _, block in group)) for wide, group in groupby(sides, key=itemgetter(0))
    )


def is_bridge(found: tuple[Stretch, ...], index: int) -> bool:
    """Tell whether these are a few lines between two wide tables.

    They would leave a page of their own nearly empty.
    """
    blocks = found[index].blocks
    is_between = 0 < index < len(found) - 1
    return is_between and len(blocks) <= LONGEST_BRIDGE and all(isinstance(b, Paragraph) for b in blocks)


def is_wide(table: Table, room: Room = UPRIGHT) -> bool:
    """Tell whether a table is wide.

    It has five columns or more, of which several hold running text, or an upright page would break its words.
    """
    if table.kind != "data" or len(table.head) < FEWEST_COLUMNS:
        return False
    bounds = column_bounds(table)
    if sum(word - ALLOWANCE for word, _ in bounds) > room.for_columns(len(bounds)):
        return True
    return sum(min(line, READABLE) for _, line in bounds) > TOO_MUCH


def leads_to_table(block: Block, after: Block) -> bool:
    """Tell whether a block belongs on the page of the table after it."""
    if isinstance(block, Heading):
        return block.level > 1
    if isinstance(block, Paragraph) and block.role == "question":
        return True
    return isinstance(after, Table) and introduces(block, after)


def introduces(block: Block, after: Block | None) -> bool:
    """Tell whether a paragraph stays on the page of the next block, since it introduces that.

    Examples are "It set these conditions:" and "Table 3 sets out the votes".
    """
    match block, after:
        case Paragraph(), BulletList() | NumberedList():
            return True
        case Paragraph(children), Table() | Figure():
            named = (inline.anchor for inline in walk_inlines(children) if isinstance(inline, Reference))
            return after.anchor in named or plain_text(children).rstrip().endswith(":")
        case _:
            return False


def line_up_columns(blocks: Blocks, page: Page = A4, font: str = "", room: Room = UPRIGHT) -> Blocks:
    """Return each table the widths of its columns.

    Pages turn where a table needs more than `room`. The letters of a wide font leave less room than those
    that the columns are measured in.
    """
    return give_widths(blocks, page, letter_width(font), room)


@remember_last
def give_widths(blocks: Blocks, page: Page, letters: float, room: Room) -> Blocks:
    """Return each table the widths of its columns. Pictures for a screen alone change none of them."""
    laid = measure_tables(leave_out_pictures(blocks), page, letters, room)
    return tuple(laid.get(id(block), block) for block in blocks)


@remember_last
def measure_tables(blocks: Blocks, page: Page, letters: float, room: Room) -> dict[int, Table]:
    """Return each table with its widths, by its identity. The tables of a series are measured as one."""
    upright, on_its_side = (Room(room_of(side), letters) for side in (page, page.on_its_side()))
    return {
        id(table): table.replace(shares=shares, plain=plain, kept=rows_kept(table, shares))
        for stretch in stretches(blocks, room)
        for tables in series(stretch.blocks)
        for shares in [shares_of(tables, on_its_side if stretch.wide else upright)]
        for plain in [any(map(has_long_labels, tables))]
        for table in tables
    }


def has_long_labels(table: Table) -> bool:
    """Tell whether labels of rows are sentences: in bold they would darken half of a table."""
    labels = (cell for row in table.rows for cell in row if cell.scope == "row")
    return table.kind == "data" and any(
        len(words) > LONGEST_BOLD for label in labels for _, words in lines_of(label.blocks)
    )


def letter_width(font: str) -> float:
    """Return the greatest width of a font's letters, relative to Arial; assume the widest if unknown."""
    return WIDEST_LETTERS if font and not font.casefold().startswith(NARROW_FONTS) else 1


def turning_room(look: Look) -> Room:
    """Measure an upright page for the choice of the tables to turn.

    All formats take that of the letterhead, though only Word has its pages: where a table stood upright in
    one format and not in another, the pages in the contents would differ.
    """
    return Room(min(look.page_room, 100), letter_width(look.font))


def room_of(page: Page) -> float:
    """Measure in hundredths of what an upright page of A4 has between its margins."""
    return 100 * page.room / A4.room


def series(blocks: Blocks) -> list[list[Table]]:
    """Group the tables that have rows by their heads. One without a head is by itself."""
    found: dict[tuple[Cell, ...] | int, list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and block.rows:
            found[block.head or id(block)].append(block)
    return list(found.values())


def shares_of(tables: list[Table], room: Room) -> tuple[int, ...]:
    """Return the widths that all tables of a series share."""
    rows = tuple(row for table in tables for row in table.rows)
    return column_shares(tables[0].replace(rows=rows), room.for_columns(len(tables[0].rows[0])))
