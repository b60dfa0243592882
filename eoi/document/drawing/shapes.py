"""The pieces of a drawing with their positions. The templates decide how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from math import ceil
from typing import Literal, Protocol, TypeVar

from eoi.document.drawing.lettering import LEADING, measure_text_width
from eoi.frozen_value import FrozenValue

WIDTH = 640  # a column of text on A4, at 96 pixels to the inch
NARROW = 320  # the width of a telephone without scrolling
TALLEST = 860  # fits the page with its caption
EDGE = 8
Anchor = Literal["start", "middle", "end"]
Item = TypeVar("Item")
Pages = tuple[list[list[Item]], int]


class Sheet(FrozenValue):
    """The sheet of a drawing, with its width in pixels.

    On a narrow sheet, a row's name is above its marks.
    """

    width: int
    is_narrow: bool = False

    def lines(self, most: int) -> int:
        """Return how many lines a name can have. A narrow sheet is a screen, where height does not matter."""
        return MOST_LINES if self.is_narrow else most


PAGE, TELEPHONE = Sheet(WIDTH), Sheet(NARROW, is_narrow=True)
MOST_LINES = 6
KEY_LINE = 22  # from one line of a key to the next


class Words(FrozenValue):
    """Lines of text one below the other; `y` is the baseline of the first, in pixels from the top."""

    x: int
    y: int
    lines: tuple[str, ...]
    anchor: Anchor = "start"

    @property
    def line_positions(self) -> Iterator[tuple[int, str]]:
        """The lines, each with the height of its baseline."""
        return zip(count(self.y, LEADING), self.lines)


class Box(FrozenValue):
    """A rectangle in whole pixels; `x` and `y` are its upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def centre(self) -> int:
        return self.x + self.width // 2

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    def hatching(self, gap: int = 7) -> str:
        """Return slanting lines that fill the box, as the data of an SVG path.

        Every reader of SVG can draw a path, but not every pattern.
        """
        lines = []
        for foot in range(self.x + gap, self.right + self.height, gap):
            left, right = max(self.x, foot - self.height), min(self.right, foot)
            lines.append(f"M{left} {self.y + foot - left}L{right} {self.y + foot - right}")
        return "".join(lines)


class Drawing(Protocol):
    """The drawing that a template shows. `alt` describes it in words."""

    @property
    def alt(self) -> str: ...

    @property
    def height(self) -> int: ...


def centre_lines(x: int, middle: int, lines: tuple[str, ...], anchor: Anchor = "start") -> Words:
    """Return the lines with their middle at a height."""
    return Words(x, middle - LEADING * len(lines) // 2 + 12, lines, anchor)


def spread(
    entries: Iterable[tuple[str, Item]], left: int, gap: int, sheet: Sheet = PAGE
) -> Iterator[tuple[int, int, Item]]:
    """Yield the position of each entry of a key: its left end, and its distance below the first line.

    An entry that does not fit on a line begins a new one.
    """
    x, below = left, 0
    for words, entry in entries:
        end = x + round(measure_text_width(words)) + gap
        if x > left and end - gap // 2 > sheet.width:
            x, end, below = left, end - x + left, below + KEY_LINE
        yield x, below, entry
        x = end


def split_into_pages(
    items: Sequence[Item], height: Callable[[Item, int], int], room: int, most: int
) -> Pages[Item]:
    """Split the items into as few pages as possible, and return them with the number of lines for each item.

    If all fit on one page, each item has as many lines as there is room for, up to `most`.
    """
    for lines in range(most, 0, -1):
        if sum(height(item, lines) for item in items) <= room:
            return [list(items)], lines
    return split_into_runs(items, [height(item, most) for item in items], room), most


def split_into_runs(items: Sequence[Item], heights: Sequence[int], room: int) -> list[list[Item]]:
    """Split items into runs of at most `room` pixels, none much longer than the others."""
    whole = sum(heights)
    share = min(room, whole / ceil(whole / room) + max(heights))
    found: list[list[Item]] = [[]]
    filled = 0
    for item, needed in zip(items, heights, strict=True):
        if filled + needed > share and found[-1]:
            found.append([])
            filled = 0
        found[-1].append(item)
        filled += needed
    return found
