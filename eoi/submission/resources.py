"""Resources: the posts and money requested, and the primary care budget to be managed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.submission import MARKDOWN, TEXT, Kind, NothingAtAll, quote
from eoi.submission.choices import FLAG, RECURRENT
from eoi.submission.dates import DATE
from eoi.submission.figures import read_figure
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.quantities import MONEY, SESSIONS, WTE, Money
from eoi.submission.sums import (
    Sum,
    TableRows,
    compute_total,
    find_total_row,
    list_possible_parts,
    names_a_sum,
    names_a_sum_of_some,
)

Convention = Literal["actual - budget", "budget - actual"]
LESS = Expression(r" ?(?:[-–−]|\bminus\b|\bless\b) ?")  # `read_figure` leaves only single spaces
SPENT = frozenset({"actual", "actuals", "forecast", "outturn", "spend", "spending"})
PLANNED = frozenset({"budget", "plan"})
SESSIONS_IN_A_WEEK = 10  # of a whole-time equivalent


def read_convention(typed: str) -> Convention:
    """Read which way round a variance is subtracted: "actual - budget" or "budget less actual"."""
    line = read_figure(typed)
    sides = LESS.split(line.lower())
    if len(sides) == 2 and sides[0] in SPENT and sides[1] in PLANNED:
        return "actual - budget"
    if len(sides) == 2 and sides[0] in PLANNED and sides[1] in SPENT:
        return "budget - actual"
    raise ValueError(f"write actual - budget or budget - actual, not {quote(line)}")


CONVENTION: Kind[Convention] = Kind("convention", read_convention, get_args(Convention))


class Post(Part):
    """A requested post. A row can also be the total of others."""

    shorthand = "role"

    role = ask(TEXT, "The post, such as Project manager")
    band = ask(TEXT, "The Agenda for Change pay band, such as 7 or 8a")
    wte = ask(WTE, "Whole-time equivalent, such as 1 or 0.5")
    sessions_per_week = ask(SESSIONS, "Clinical sessions a week, for clinicians")
    covers = ask(TEXT, "What the time is for")
    cost = ask(MONEY, "Cost, such as £43.3k")
    recurrent = ask(RECURRENT, "Is the cost recurrent: yes or no?")
    start = ask(DATE, "When the post starts")
    end = ask(DATE, "When it ends, if it does")

    @property
    def is_sum(self) -> bool:
        """Tell whether the row is a total of posts, and not a post."""
        return names_a_sum(self.role)


class Resources(Part):
    """The posts and money requested."""

    none_of = "posts"

    introduction = ask(MARKDOWN, "Why is more capacity needed?")
    posts = ask_several(Post, "Which posts are asked for?", may_be_none=True)
    total = ask(MONEY, "What do they cost in all?")
    funding = ask(MARKDOWN, "Where would the money come from?")

    @property
    def real_posts(self) -> tuple[Post, ...]:
        """The posts without the rows that add up others."""
        return tuple(post for post in self.posts if not post.is_sum)

    @property
    def are_none(self) -> bool:
        """Tell whether the file has `none` for resources as a whole, and not only for the posts."""
        return isinstance(self.posts, NothingAtAll)


class BudgetLine(Part):
    """A line of the primary care budget, with plan, forecast, spending and variance."""

    line = ask(TEXT, "The budget line, such as GMS or premises")
    plan = ask(MONEY, "Planned spending: give it here or as `budget`, or in both if your table has both")
    budget = ask(MONEY, "Planned spending")
    forecast = ask(MONEY, "What is expected to be spent by the end")
    actual = ask(MONEY, "Actual spending")
    variance = ask(MONEY, "The difference between them")
    is_total = ask(
        FLAG, "Is it the total of other lines: yes or no? Only needed where its name does not tell"
    )
    note = ask(TEXT, "A note, such as how the figure was rounded")

    @property
    def is_sum(self) -> bool:
        """Tell whether the line adds up others, as `is_total` states or as a name such as "Total" shows."""
        return names_a_sum(self.line) if self.is_total is None else self.is_total


class Budget(Part):
    """The primary care budget that co-commissioning would manage."""

    envelope = ask(MONEY, "What is the financial envelope for primary care?")
    includes = ask_several(
        TEXT, "What the envelope includes that may surprise, one line each", may_be_none=True
    )
    excludes = ask_several(TEXT, "What the envelope leaves out, one line each", may_be_none=True)
    period = ask(TEXT, "Which time the lines are about, such as 2014/15 or 2014/15, month 9")
    variance_is = ask(CONVENTION, "How a variance is counted: actual - budget, or budget - actual")
    lines = ask_several(BudgetLine, "The envelope line by line")
    management = ask(MARKDOWN, "How would the budget be managed?")


Posts = Sequence[Post]


class PostsTotal(FrozenValue):
    """A stated total of costs, compared with the posts that it adds up.

    `row` is the number of its row, or None for the total in the field for it. `parts` are the numbers of the
    posts. All are counted from 0.
    """

    row: int | None
    parts: tuple[int, ...]
    sum: Sum


def read_post_rows(posts: Posts) -> TableRows:
    """Tell the rows that add up others from the posts."""
    items = tuple(index for index, post in enumerate(posts) if not post.is_sum)
    sums = tuple(index for index, post in enumerate(posts) if post.is_sum)
    some = frozenset(index for index in sums if names_a_sum_of_some(posts[index].role))
    return TableRows(items, sums, some)


def find_row_of_all(posts: Posts) -> int | None:
    """Return the number of the row with the total of all posts; return None if there is none."""
    return find_total_row(read_post_rows(posts))


def find_cost_of_all(posts: Posts) -> Money | None:
    """Return the total cost of all posts as a row states it; return None if no row does."""
    row = find_row_of_all(posts)
    return posts[row].cost if row is not None else None


def list_stated_totals(resources: Resources) -> Iterator[PostsTotal]:
    """Yield each stated total of costs: the rows that add up others, and the field for the total."""
    rows = read_post_rows(resources.posts)
    for row in rows.sums:
        if found := find_stated_total(resources.posts, rows, row):
            yield found
    if resources.total and (sum_ := add_costs(resources.posts, rows.items, resources.total)):
        yield PostsTotal(None, rows.items, sum_)


def find_stated_total(posts: Posts, rows: TableRows, row: int) -> PostsTotal | None:
    """Compare a row with the posts that it can add up; return None if a cost is missing.

    Posts whose sum differs only by rounding are preferred.
    """
    stated = posts[row].cost
    found = [
        PostsTotal(row, parts, sum_)
        for parts in list_possible_parts(rows, row)
        if stated and (sum_ := add_costs(posts, parts, stated))
    ]
    return next((one for one in found if one.sum.explained_by_rounding), found[0] if found else None)


def add_costs(posts: Posts, parts: tuple[int, ...], stated: Money) -> Sum | None:
    """Add up the costs of some posts; return None if one is missing."""
    return compute_total([posts[part].cost for part in parts], stated)
