"""The whole-time equivalents of the posts against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.quantities import Number
from eoi.submission.sums import margin


def check(case: Case) -> Iterator[Problem]:
    posts = list(case.list_values("resources.posts[]"))
    parts = [(path, post.wte) for path, post in posts if not post.is_sum and post.wte]
    lacking = any(post.wte is None and post.sessions_per_week is None for _, post in posts if not post.is_sum)
    for path, post in posts:
        if post.is_sum and post.wte and parts and not lacking:
            figures = [wte for _, wte in parts]
            added = sum((wte.amount for wte in figures), Decimal(0))
            if abs(added - post.wte.amount) > sum(map(find_rounding, (*figures, post.wte))):
                yield Problem(
                    (*path, "wte"),
                    f"The posts add up to {added.normalize():f} WTE, not {post.wte}: "
                    f"{' + '.join(map(str, figures))}.",
                    help="Check the time of each post, and the total.",
                    other=((*parts[0][0], "wte"), "the first of them"),
                    instead=f"{added.normalize():f}",
                )


def find_rounding(wte: Number) -> Decimal:
    """Return how far a figure can be off by rounding. A whole number of posts is exact."""
    return margin(wte) if wte.step < 1 or wte.approximate else Decimal(0)


RULE = Rule(
    summary="The whole-time equivalents of the posts add up to their total",
    why="The table shows the time in one column and the cost in another, each with its total. A wrong total "
    "leaves open how many people are asked for.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
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
