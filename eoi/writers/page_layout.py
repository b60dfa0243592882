"""The pages of a document: which tables and blocks are on portrait pages, and which on landscape ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import groupby
from operator import itemgetter
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Reference,
    Table,
)
from eoi.document.look import Look
from eoi.document.subset.inlines import plain_text
from eoi.document.walk import inlines_of, walk_inlines
from eoi.writers.column_widths import ALLOWANCE, column_bounds
from eoi.writers.line_widths import PADDING
from eoi.writers.page import A4, Page

Blocks = tuple[Block, ...]
More = ParamSpec("More")
Result = TypeVar("Result")
KEPT = 8  # how many results are kept: those for two documents of a submission, in their several versions


def remember_last(
    call: Callable[Concatenate[Blocks, More], Result],
) -> Callable[Concatenate[Blocks, More], Result]:
    """Return a function that remembers its last results.

    Blocks are recognised by identity, since comparing whole documents would take as long as the call.
    """
    results: deque[tuple[Blocks, object, Result]] = deque(maxlen=KEPT)

    @wraps(call)
    def call_once(blocks: Blocks, /, *more: More.args, **named: More.kwargs) -> Result:
        for known, others, result in tuple(results):
            if known is blocks and others == (more, named):
                return result
        result = call(blocks, *more, **named)
        results.append((blocks, (more, named), result))
        return result

    return call_once


FEWEST_COLUMNS = 5
# How the names of fonts begin whose letters are no wider than those of Arial.
NARROW_FONTS = ("arial", "calibri", "cambria", "frutiger", "garamond", "helvetica", "liberation", "times")
# Programs have these, or others of the same widths. For any other font that is missing they show a wider one.
SURE_FONTS = ("arial", "helvetica", "liberation", "times")
WIDEST_LETTERS = 1.2  # as in Verdana, and in the font that LibreOffice shows for a missing one
SPARE_LETTERS = (WIDEST_LETTERS, 1.16, 1.12, 1.08, 1.04)  # the widths to leave room for, if all words fit
READABLE = 60.0  # hundredths of the page: a longer line is broken in any case
TOO_MUCH = 230.0
LONGEST_BRIDGE = 3
LONGEST_HEAD = 9  # blocks: the title, two or three lines below it and a few sentences
LONGEST_ITEM = 240  # letters: less than three lines


class Room(NamedTuple):
    """The width available for a table, and the width of letters.

    `width` is in hundredths of our portrait page between its margins. `letters` is relative to Arial. A font
    that is not `sure` to be there may be shown in one with wider letters.
    """

    width: float = 100
    letters: float = 1
    sure: bool = True

    def for_columns(self, count: int) -> float:
        """Return the room for columns, measured in letters of Arial.

        Wider letters leave less room for words. The edges of cells do not depend on them.
        """
        edges = count * PADDING
        return (self.width - edges) / self.letters + edges

    def with_spare(self, columns: Sequence[float]) -> Room:
        """Return the room for the widest letters with which the longest word of each column still fits."""
        wider = (self._replace(letters=letters) for letters in SPARE_LETTERS if letters > self.letters)
        words = sum(columns)
        fitting = (room for room in wider if words <= room.for_columns(len(columns)))
        return self if self.sure else next(fitting, self)


UPRIGHT = Room()


class Stretch(NamedTuple):
    """Blocks in a row on pages of one orientation: landscape if `wide`."""

    wide: bool
    blocks: tuple[Block, ...]


@remember_last
def leave_out_pictures(blocks: Blocks) -> Blocks:
    """Return the blocks without pictures for screens only.

    The result is kept, so that all formats use the same blocks, and tables are measured only once.
    """
    if not any(isinstance(block, Figure) and block.for_screen for block in blocks):
        return blocks
    return tuple(block for block in blocks if not (isinstance(block, Figure) and block.for_screen))


def for_paper(document: Document) -> Document:
    """Return a document without the pictures for screens only."""
    kept = leave_out_pictures(document.blocks)
    return document if kept is document.blocks else document.replace(blocks=kept)


def stretches(blocks: Blocks, room: Room = UPRIGHT) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    `room` is the room on a portrait page.
    """
    return turn_pages(blocks, room)


@remember_last
def turn_pages(blocks: Blocks, room: Room) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    The headings and the line before a wide table go on its page, as does a short head of the document. All
    tables with the same headings have the same orientation, so that pages of a series do not alternate.
    """
    heads = {block.head for block in blocks if isinstance(block, Table) and is_wide(block, room)}
    if not heads:  # as most documents are; their heads need not be compared
        return (Stretch(False, blocks),) if blocks else ()
    wide = [isinstance(block, Table) and bool(block.head) and block.head in heads for block in blocks]
    for index in range(len(blocks) - 1, 0, -1):
        if wide[index] and leads_to_table(blocks[index - 1], blocks[index]):
            wide[index - 1] = True
    found = group_by_side(list(zip(wide, blocks, strict=True)))
    joined = [
        stretch.wide or is_bridge(found, index) or is_short_head(found, index)
        for index, stretch in enumerate(found)
    ]
    return group_by_side(
        [(side, block) for side, stretch in zip(joined, found, strict=True) for block in stretch.blocks]
    )


def group_by_side(sides: list[tuple[bool, Block]]) -> tuple[Stretch, ...]:
    """Group neighbouring blocks whose pages have the same orientation."""
    return tuple(
        Stretch(wide, tuple(block for _, block in group)) for wide, group in groupby(sides, key=itemgetter(0))
    )


def is_bridge(found: tuple[Stretch, ...], index: int) -> bool:
    """Tell whether a stretch is only a few lines between two wide tables.

    On a portrait page of their own they would leave most of it empty.
    """
    blocks = found[index].blocks
    is_between = 0 < index < len(found) - 1
    return is_between and len(blocks) <= LONGEST_BRIDGE and all(isinstance(b, Paragraph) for b in blocks)


def is_short_head(found: tuple[Stretch, ...], index: int) -> bool:
    """Tell whether a stretch is only the title and a few lines before a wide table.

    On a portrait page of their own they would leave most of the first page empty.
    """
    blocks = found[index].blocks
    return (
        index == 0
        and len(found) > 1
        and len(blocks) <= LONGEST_HEAD
        and isinstance(blocks[0], Heading)
        and blocks[0].level == 1
        and all(isinstance(block, Paragraph | Callout) for block in blocks[1:])
    )


def is_wide(table: Table, room: Room = UPRIGHT) -> bool:
    """Tell whether a table needs a landscape page.

    It has at least five columns. Either several of them hold running text, or their words would break on a
    portrait page.
    """
    if table.kind != "data" or len(table.head) < FEWEST_COLUMNS:
        return False
    bounds = column_bounds(table)
    if sum(word - ALLOWANCE for word, _ in bounds) > room.for_columns(len(bounds)):
        return True
    return sum(min(line, READABLE) for _, line in bounds) > TOO_MUCH


def leads_to_table(block: Block, after: Block) -> bool:
    """Tell whether a block belongs on the page of the block after it."""
    if isinstance(block, Heading):
        return block.level > 1
    if isinstance(block, Paragraph) and block.role == "question":
        return True
    return isinstance(after, Table) and introduces(block, after)


def introduces(block: Block, after: Block | None) -> bool:
    """Tell whether a paragraph introduces the next block, and so stays on its page.

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


def ends_short(items: Sequence[Blocks]) -> bool:
    """Tell whether the last two items of a list are so short that one alone on a page would look lost."""
    return len(items) > 1 and all(
        len(item) == 1 and len(plain_text(inlines_of(item[0]))) <= LONGEST_ITEM for item in items[-2:]
    )


def letter_width(font: str) -> float:
    """Return the width of a font's letters relative to Arial. An unknown font counts as wide."""
    return WIDEST_LETTERS if font and not font.casefold().startswith(NARROW_FONTS) else 1


def is_sure(font: str) -> bool:
    """Tell whether every program shows a font with the widths that are known."""
    return not font or font.casefold().startswith(SURE_FONTS)


def turning_room(look: Look) -> Room:
    """Return the room on a portrait page, which decides the tables to turn.

    All formats use the page of the letterhead, though only Word prints on it. If a table were turned in one
    format only, the page numbers in the contents would differ.
    """
    return Room(min(look.page_room, 100), letter_width(look.font))


def room_of(page: Page) -> float:
    """Return the width between a page's margins, in hundredths of that of our A4 page."""
    return 100 * page.room / A4.room
