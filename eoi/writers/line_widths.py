"""The widths of lines in a cell, and of the room for them, exact enough to choose the widths of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.document.drawing.lettering import LETTER, measure_ems
from eoi.document.inline import Code, DeletedWords, Inline, RemarkedWords, Strong, Text
from eoi.document.look import Look
from eoi.document.subset.inlines import read_plain_words
from eoi.frozen_value import FrozenValue
from eoi.writers.page import A4, Page
from eoi.writers.text import UNBROKEN

# All widths are in hundredths of a full-width table in 10 point Arial on A4, so a sum of 100 fills the page.
EM = 2.13
PADDING = 2.6  # 1.8, and room for the rounding
LIST_INDENT = 2.8
CODE_LETTER, CODE_WIDTH = "n", 0.6 / LETTER
BREAKS = re.compile(rf"(?<=[-–—])|[^\S{UNBROKEN}]+")
# How the names of fonts begin whose letters are no wider than those of Arial.
NARROW_FONTS = ("arial", "calibri", "cambria", "frutiger", "garamond", "helvetica", "liberation", "times")
# Programs have these, or others of the same widths. For any other font that is missing they show a wider one.
SURE_FONTS = ("arial", "helvetica", "liberation", "times")
WIDEST_LETTERS = 1.2  # as in Verdana, and in the font that LibreOffice shows for a missing one
SPARE_LETTERS = (WIDEST_LETTERS, 1.16, 1.12, 1.08, 1.04)  # the widths to leave room for, if all words fit


def list_rows_with_head(table: Table) -> list[tuple[Cell, ...]]:
    """Return the rows of a table, the head first."""
    return [*((table.head,) if table.head else ()), *table.rows]


def find_longest_part(line: str) -> str:
    """Return the longest part of a line that stays whole, which is the line itself in most cells.

    Printable text has no white space but spaces, at which it is split more quickly than by an expression.
    """
    if line.isalnum():
        return line
    is_simple = line.isprintable() and not ("-" in line or "–" in line or "—" in line)
    return max(line.split(" ") if is_simple else BREAKS.split(line), key=len)


def measure_line_width(line: str) -> float:
    """Return the width of a line.

    In a long line the widths of letters even out, so that counting them is enough.
    """
    return measure_word_width(line) if len(line) < 24 else EM * 0.5 * len(line)


def measure_word_width(word: str) -> float:
    """Estimate the width of a word, in hundredths of a full-width table."""
    return EM * measure_ems(word)


def read_line_text(children: tuple[Inline, ...]) -> str:
    """Return the words of a line as plain text. Code is replaced by letters of the same total width."""
    if len(children) == 1 and isinstance(alone := children[0], Text):
        return alone.text
    return "".join([one.text if isinstance(one, Text) else read_shown_words(one) for one in children])


def read_shown_words(inline: Inline) -> str:
    """Return what takes room on a line of an inline value. Deleted words are shown, so they count."""
    match inline:
        case Code(text):
            return CODE_LETTER * ceil(len(text) * CODE_WIDTH)
        case DeletedWords(children):
            return read_line_text(children)
        case _:
            return read_plain_words((inline,))


def list_lines_of_blocks(blocks: tuple[Block, ...], indent: float = 0) -> Iterator[tuple[float, str]]:
    """Yield the lines of blocks, each with its indent."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield indent, read_line_text(block.children)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from list_lines_of_blocks(item, indent + LIST_INDENT)
            case Quote():
                yield from list_lines_of_blocks(block.blocks, indent + LIST_INDENT)
            case Callout():
                words = find_opening_words(block)
                for inner, line in list_lines_of_blocks(block.blocks, indent + LIST_INDENT):
                    yield inner, line.replace(words, words.replace(" ", UNBROKEN))
            case Table():
                for row in list_rows_with_head(block):
                    yield (
                        indent,
                        " ".join(line for cell in row for _, line in list_lines_of_blocks(cell.blocks)),
                    )
            case Figure() | Contents():
                pass
            case _:
                assert_never(block)


def find_opening_words(callout: Callout) -> str:
    """Return the bold words at the start of a callout, which stay on one line; empty without any."""
    match callout.blocks:
        case (Paragraph((Strong(words), *_) | (RemarkedWords((Strong(words), *_)), *_)), *_):
            return read_plain_words(words)
        case _:
            return ""


class Room(FrozenValue):
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
        wider = (self.replace(letters=letters) for letters in SPARE_LETTERS if letters > self.letters)
        words = sum(columns)
        fitting = (room for room in wider if words <= room.for_columns(len(columns)))
        return self if self.sure else next(fitting, self)


UPRIGHT = Room()


def find_letter_width(font: str) -> float:
    """Return the width of a font's letters relative to Arial. An unknown font counts as wide."""
    return WIDEST_LETTERS if font and not font.casefold().startswith(NARROW_FONTS) else 1


def is_sure(font: str) -> bool:
    """Tell whether every program shows a font with the widths that are known."""
    return not font or font.casefold().startswith(SURE_FONTS)


def make_turning_room(look: Look) -> Room:
    """Return the room on a portrait page, which decides the tables to turn.

    All formats use the page of the letterhead, though only Word prints on it. If a table were turned in one
    format only, the page numbers in the contents would differ.
    """
    return Room(min(look.page_room, 100), find_letter_width(look.font))


def measure_room(page: Page) -> float:
    """Return the width between a page's margins, in hundredths of that of our A4 page."""
    return 100 * page.room / A4.room
