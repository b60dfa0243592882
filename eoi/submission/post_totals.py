"""The requested posts as rows that add up: the posts themselves, and their total and subtotals.

Rules and documents both use these, so that they always have the same totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Money
from eoi.submission.resources import Post, Resources
from eoi.submission.sums import (
    Sum,
    TableRows,
    find_total_row,
    list_possible_parts,
    names_a_sum_of_some,
    total,
)

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
    return total([posts[part].cost for part in parts], stated)
