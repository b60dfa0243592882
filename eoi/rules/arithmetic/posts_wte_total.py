"""The whole-time equivalents of the posts against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.nodes import Path
from eoi.submission.quantities import Number
from eoi.submission.resources import SESSIONS_IN_A_WEEK, Post, find_row_of_all, read_post_rows
from eoi.submission.sums import list_possible_parts, measure_margin

POSTS: Path = ("resources", "posts")
Numbers = tuple[int, ...]


def check(case: Case) -> Iterator[Problem]:
    for _, resources in case.list_values("resources"):
        rows = read_post_rows(resources.posts)
        for row in rows.sums:
            yield from judge(resources.posts, row, list_possible_parts(rows, row))


def judge(posts: tuple[Post, ...], row: int, possible: tuple[Numbers, ...]) -> Iterator[Problem]:
    stated = posts[row].wte
    every = [parts for parts in possible if states_all_times(posts, parts)]
    if every and stated and not any(can_add_up_to(stated, posts, parts) for parts in every):
        timed = [part for part in every[0] if posts[part].wte]
        figures = [wte for part in timed if (wte := posts[part].wte)]
        added = sum((wte.amount for wte in figures), Decimal(0))
        yield Problem(
            (*POSTS, row, "wte"),
            f"The posts {'' if row == find_row_of_all(posts) else 'of this subtotal '}add up to "
            f"{added.normalize():f} WTE, not {stated}: {' + '.join(map(str, figures))}.",
            help="Check the time of each post, and the total.",
            other=((*POSTS, timed[0], "wte"), "the first of them"),
            instead=f"{added.normalize():f}",
        )


def states_all_times(posts: tuple[Post, ...], parts: Numbers) -> bool:
    """Tell whether each of these posts states its time, and at least one in WTE."""
    timed = all(posts[part].wte or posts[part].sessions_per_week for part in parts)
    return timed and any(posts[part].wte for part in parts)


def can_add_up_to(stated: Number, posts: tuple[Post, ...], parts: Numbers) -> bool:
    """Tell whether these posts add up to a total, with their sessions or without."""
    figures = [wte for part in parts if (wte := posts[part].wte)]
    added = sum((wte.amount for wte in figures), Decimal(0))
    sessions = [post.sessions_per_week for part in parts if not (post := posts[part]).wte]
    in_sessions = sum((one.amount for one in sessions if one), Decimal(0)) / SESSIONS_IN_A_WEEK
    rounding = sum(map(find_rounding, (*figures, stated)))
    return any(abs(time - stated.amount) <= rounding for time in (added, added + in_sessions))


def find_rounding(wte: Number) -> Decimal:
    """Return how far a figure can be off by rounding. A whole number of posts is exact."""
    return measure_margin(wte) if wte.step < 1 or wte.approximate else Decimal(0)


RULE = Rule(
    summary="The whole-time equivalents of the posts add up to their total",
    why="The table shows the time in one column and the cost in another, each with its total. A wrong total "
    "leaves open how many people are asked for.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("resources.posts[].wte",),
    fails="""
resources:
  posts:
    - {role: Project manager, wte: 1, cost: £43.3k}
    - {role: Admin support, wte: 0.5, cost: £12.3k}
    - {role: Total, wte: 2.5, cost: £55.6k}
""",
    passes="""
resources:
  posts:
    - {role: Project manager, wte: 1, cost: £43.3k}
    - {role: Admin support, wte: 0.5, cost: £12.3k}
    - {role: Total, wte: 1.5, cost: £55.6k}
""",
)
