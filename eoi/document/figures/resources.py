"""The resources requested: what each post costs, as far as it is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from eoi.document.drawing.lettering import LEADING, text_width, wrap_lettering
from eoi.document.drawing.shapes import EDGE, TALLEST, WIDTH, Box, Words, lettered, pages, spread
from eoi.document.wording import counted, listed
from eoi.rounds.model import Round
from eoi.submission.model import Submission
from eoi.submission.quantities import Money

Pattern = Literal["solid", "hatched", "plain"]
PATTERNS: dict[bool | None, Pattern] = {True: "solid", False: "hatched", None: "plain"}
SAYS: dict[Pattern, str] = {"solid": "Recurrent", "hatched": "Not recurrent", "plain": "Not stated"}
FEWEST = 2  # one bar has nothing to be compared with
NAMES, BAR, PADDING, FOOT = 200, 18, 14, 34
SHORTEST = 60


class CostItem(NamedTuple):
    """A post with its cost; `recurrent` is None where the file does not say."""

    name: str
    cost: Money
    recurrent: bool | None


class CostRow(NamedTuple):
    """The row of a post: its name, its bar and its cost."""

    name: Words
    bar: Box
    pattern: Pattern
    cost: Words


class CostKey(NamedTuple):
    """An entry of the key to the patterns of the bars."""

    pattern: Pattern
    box: Box
    says: Words


class ResourcesDrawing(NamedTuple):
    """`zero` is where all bars begin."""

    alt: str
    height: int
    rows: tuple[CostRow, ...]
    key: tuple[CostKey, ...]
    zero: int
    foot: int


class CostScale(NamedTuple):
    """A scale from the least cost, or nothing, to the greatest: costs can be less than nothing."""

    left: int
    right: int
    least: float
    most: float

    def at(self, amount: float) -> int:
        share = (amount - self.least) / (self.most - self.least)
        return round(self.left + share * (self.right - self.left))


def draw(submission: Submission, round_: Round) -> Sequence[ResourcesDrawing]:  # noqa: ARG001
    """Draw what each post would cost, on as many sheets as the posts need."""
    every = list(cost_items(submission))
    if len(every) < FEWEST or not any(item.cost.amount for item in every):
        return ()
    line = scale(every)
    runs, most = pages(every, cost_height, TALLEST - EDGE - FOOT, 3)
    return [draw_costs(run, every, line, most) for run in runs]


def count(submission: Submission, round_: Round) -> tuple[int, int]:  # noqa: ARG001
    """Count the posts with a cost, and all of them."""
    posts = submission.resources.posts if submission.resources else ()
    return len(list(cost_items(submission))), sum(not post.is_sum for post in posts)


def cost_items(submission: Submission) -> Iterator[CostItem]:
    """Yield the posts whose cost is stated, without totals."""
    posts = submission.resources.posts if submission.resources else ()
    for post in posts:
        if post.cost and not post.is_sum:
            yield CostItem(post.role or "An unnamed post", post.cost, post.recurrent)


def scale(every: list[CostItem]) -> CostScale:
    """Return the scale on which the largest cost and its label fit the width."""
    amounts = [float(item.cost.amount) for item in every]
    labels = round(max(text_width(str(item.cost), bold=True) for item in every))
    left = EDGE + NAMES + EDGE
    right = max(left + SHORTEST, WIDTH - EDGE - labels - EDGE)
    return CostScale(left, right, min(0.0, *amounts), max(0.0, *amounts))


def cost_height(item: CostItem, most: int) -> int:
    """Return the height of a row in pixels."""
    return max(BAR, LEADING * len(cost_name_lines(item, most))) + PADDING


def cost_name_lines(item: CostItem, most: int) -> tuple[str, ...]:
    """Wrap the name of a post to at most `most` lines."""
    return wrap_lettering(item.name, NAMES, most)


def draw_costs(run: list[CostItem], every: list[CostItem], line: CostScale, most: int) -> ResourcesDrawing:
    """Draw the posts of one sheet, on the scale of all."""
    told = any(item.recurrent is not None for item in every)
    y, rows = EDGE, []
    for item in run:
        pattern = PATTERNS[item.recurrent] if told else "solid"
        rows.append(cost_row(item, y + cost_height(item, most) // 2, line, pattern, most))
        y += cost_height(item, most)
    return ResourcesDrawing(
        alt=cost_alt(run, every, told),
        height=y + (FOOT if told else EDGE),
        rows=tuple(rows),
        key=tuple(
            cost_key(
                [pattern for pattern in SAYS if any(cost_row.pattern == pattern for cost_row in rows)],
                y + FOOT // 2,
            )
        )
        if told
        else (),
        zero=line.at(0),
        foot=y,
    )


def cost_row(item: CostItem, middle: int, line: CostScale, pattern: Pattern, most: int) -> CostRow:
    """Lay out the row of a post around a middle line."""
    ends = sorted((line.at(0), line.at(float(item.cost.amount))))
    bar = Box(ends[0], middle - BAR // 2, ends[1] - ends[0], BAR)
    cost = lettered(bar.right + EDGE, middle, (str(item.cost),))
    return CostRow(lettered(EDGE, middle, cost_name_lines(item, most)), bar, pattern, cost)


def cost_key(patterns: list[Pattern], y: int) -> Iterator[CostKey]:
    """Yield the entries of the key for the patterns that are there."""
    for x, pattern in spread([(SAYS[pattern], pattern) for pattern in patterns], EDGE + NAMES + EDGE, 60):
        yield CostKey(pattern, Box(x, y - 7, 26, 14), lettered(x + 34, y, (SAYS[pattern],)))


def cost_alt(run: list[CostItem], every: list[CostItem], told: bool) -> str:
    """Describe the costs in words, for readers who cannot see them."""
    some = f", of which this part shows {len(run)}" if len(run) < len(every) else ""
    costs = listed(
        f"{item.name} {item.cost}{words_for_recurrent(item) if told else ''}" for item in run
    ).unescape()
    return f"Bar chart of what {counted(len(every), 'post')} would cost{some}: {costs}."


def words_for_recurrent(item: CostItem) -> str:
    """Say in brackets whether a cost is recurrent; nothing where the file does not say."""
    return "" if item.recurrent is None else " (recurrent)" if item.recurrent else " (not recurrent)"
