"""The chart of resources requested: the stated cost of each post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from eoi.document.drawing.lettering import LEADING, measure_text_width, wrap_lettering
from eoi.document.drawing.shapes import (
    EDGE,
    PAGE,
    TALLEST,
    Box,
    Sheet,
    Words,
    centre_lines,
    split_into_pages,
    spread,
)
from eoi.document.words.wording import counted, figure, join_words
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.submission.model import Submission
from eoi.submission.quantities import Money

Pattern = Literal["solid", "hatched", "plain"]
PATTERNS: dict[bool | None, Pattern] = {True: "solid", False: "hatched", None: "plain"}
SAYS: dict[Pattern, str] = {"solid": "Recurrent", "hatched": "Not recurrent", "plain": "Not stated"}
FEWEST = 2  # one bar has nothing to be compared with
NAMES, BAR, PADDING, FOOT = 200, 18, 14, 34
SHORTEST = 60


class CostItem(FrozenValue):
    """A post with its cost; `recurrent` is None if the file does not say."""

    name: str
    cost: Money
    recurrent: bool | None


class CostRow(FrozenValue):
    """The row of a post: its name, its bar and its cost."""

    name: Words
    bar: Box
    pattern: Pattern
    cost: Words


class CostKey(FrozenValue):
    """An entry of the key to the patterns of the bars."""

    pattern: Pattern
    box: Box
    says: Words


class ResourcesDrawing(FrozenValue):
    """A picture of costs, ready for its template. `zero` is the position where all bars begin."""

    alt: str
    height: int
    rows: tuple[CostRow, ...]
    key: tuple[CostKey, ...]
    zero: int
    foot: int


class CostScale(FrozenValue):
    """A scale from `least` to `most`, the smallest and the largest amount.

    It includes nought, and `least` can be negative. `left` and `right` are the positions of its ends in
    pixels.
    """

    left: int
    right: int
    least: float
    most: float

    def at(self, amount: float) -> int:
        share = (amount - self.least) / (self.most - self.least)
        return round(self.left + share * (self.right - self.left))


def draw(
    submission: Submission,
    round_: Round,  # noqa: ARG001
    sheet: Sheet = PAGE,
) -> Sequence[ResourcesDrawing]:
    """Draw the cost of each post, on as many sheets as the posts need."""
    every = list(list_costs(submission))
    if len(every) < FEWEST or not any(item.cost.amount for item in every):
        return ()
    line = choose_cost_scale(every, sheet)
    runs, most = split_into_pages(
        every, lambda item, most: measure_cost_row(item, most, PAGE), TALLEST - EDGE - FOOT, 3
    )
    return [draw_costs(run, every, line, sheet.lines(most), sheet) for run in runs]


def count(submission: Submission, round_: Round) -> tuple[int, int]:  # noqa: ARG001
    """Count the posts with a stated cost, and all posts."""
    posts = submission.resources.real_posts if submission.resources else ()
    return len(list(list_costs(submission))), len(posts)


def list_costs(submission: Submission) -> Iterator[CostItem]:
    """Yield the posts whose cost is stated, without totals."""
    posts = submission.resources.real_posts if submission.resources else ()
    for post in posts:
        if post.cost:
            yield CostItem(post.role or "An unnamed post", post.cost, post.recurrent)


def choose_cost_scale(every: list[CostItem], sheet: Sheet) -> CostScale:
    """Return the scale on which the largest cost and its label fit the width."""
    amounts = [float(item.cost.amount) for item in every]
    labels = round(max(measure_text_width(str(item.cost), bold=True) for item in every))
    left = choose_bar_start(sheet)
    right = max(left + SHORTEST, sheet.width - EDGE - labels - EDGE)
    return CostScale(left, right, min(0.0, *amounts), max(0.0, *amounts))


def choose_bar_start(sheet: Sheet) -> int:
    """Return where bars begin: beside the names, or below them."""
    return EDGE if sheet.is_narrow else EDGE + NAMES + EDGE


def measure_cost_row(item: CostItem, most: int, sheet: Sheet) -> int:
    """Return the height of a row in pixels."""
    names = LEADING * len(wrap_post_name(item, most, sheet))
    return (names + BAR if sheet.is_narrow else max(BAR, names)) + PADDING


def wrap_post_name(item: CostItem, most: int, sheet: Sheet) -> tuple[str, ...]:
    """Wrap the name of a post to at most `most` lines."""
    return wrap_lettering(item.name, sheet.width - 3 * EDGE if sheet.is_narrow else NAMES, most)


def draw_costs(
    run: list[CostItem], every: list[CostItem], line: CostScale, most: int, sheet: Sheet
) -> ResourcesDrawing:
    """Draw the posts of one sheet, on the common scale of all sheets."""
    has_kinds = any(item.recurrent is not None for item in every)
    y, rows = EDGE, []
    for item in run:
        pattern = PATTERNS[item.recurrent] if has_kinds else "solid"
        rows.append(lay_out_cost_row(item, y, line, pattern, most, sheet))
        y += measure_cost_row(item, most, sheet)
    shown = [pattern for pattern in SAYS if has_kinds and any(row.pattern == pattern for row in rows)]
    key = tuple(lay_out_cost_key(shown, y + FOOT // 2, sheet))
    return ResourcesDrawing(
        alt=describe_costs(run, every, has_kinds),
        height=(key[-1].box.middle + FOOT // 2) if key else y + EDGE,
        rows=tuple(rows),
        key=key,
        zero=line.at(0),
        foot=y,
    )


def lay_out_cost_row(
    item: CostItem, y: int, line: CostScale, pattern: Pattern, most: int, sheet: Sheet
) -> CostRow:
    """Lay out the row of a post from a height downwards."""
    lines = wrap_post_name(item, most, sheet)
    ends = sorted((line.at(0), line.at(float(item.cost.amount))))
    if sheet.is_narrow:
        name = Words(2 * EDGE, y + 12, lines)
        middle = y + LEADING * len(lines) + 2 + BAR // 2
    else:
        middle = y + measure_cost_row(item, most, sheet) // 2
        name = centre_lines(EDGE, middle, lines)
    bar = Box(ends[0], middle - BAR // 2, ends[1] - ends[0], BAR)
    return CostRow(name, bar, pattern, centre_lines(bar.right + EDGE, middle, (str(item.cost),)))


def lay_out_cost_key(patterns: list[Pattern], y: int, sheet: Sheet) -> Iterator[CostKey]:
    """Yield the entries of the key for the patterns in the picture."""
    entries = [(SAYS[pattern], pattern) for pattern in patterns]
    for x, below, pattern in spread(entries, choose_bar_start(sheet), 60, sheet):
        box = Box(x, y + below - 7, 26, 14)
        yield CostKey(pattern, box, centre_lines(x + 34, y + below, (SAYS[pattern],)))


def describe_costs(run: list[CostItem], every: list[CostItem], has_kinds: bool) -> str:
    """Describe the costs in words, for readers who cannot see them."""
    some = f", of which this part shows {figure(len(every), len(run))}" if len(run) < len(every) else ""
    costs = join_words(
        f"{item.name} {item.cost}{say_if_recurrent(item) if has_kinds else ''}" for item in run
    )
    return f"Bar chart of what {counted(len(every), 'post')} would cost{some}: {costs}."


def say_if_recurrent(item: CostItem) -> str:
    """Write in brackets whether a cost is recurrent; return an empty text if the file does not say."""
    return "" if item.recurrent is None else " (recurrent)" if item.recurrent else " (not recurrent)"
