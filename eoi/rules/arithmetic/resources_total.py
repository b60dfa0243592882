"""The posts' costs against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.sums import is_excused, show_working, weigh_sum
from eoi.source.nodes import Path
from eoi.submission.quantities import Money
from eoi.submission.resources import Resources
from eoi.submission.sums import total


def check(case: Case) -> Iterator[Problem]:
    for _, resources in case.list_values("resources"):
        for path, stated in list_stated_totals(resources):
            costs = [post.cost for post in resources.posts if not post.is_sum]
            sum_ = total(costs, stated)
            if sum_ and not sum_.agrees and not is_excused(sum_, [resources.introduction]):
                first = next(index for index, post in enumerate(resources.posts) if not post.is_sum)
                yield Problem(
                    path,
                    f"The posts add up to {sum_.computed}, not {stated}: "
                    f"{show_working(sum_, [cost for cost in costs if cost], 'posts')}.",
                    help="Check each cost, or say in `resources.introduction` how the figures were rounded."
                    if sum_.explained_by_rounding
                    else "Check each cost and the total: no note on rounding can explain so much.",
                    other=(("resources", "posts", first, "cost"), "the first of the costs"),
                    severity=weigh_sum(sum_),
                    instead="" if sum_.explained_by_rounding else str(sum_.computed),
                )


def list_stated_totals(resources: Resources) -> Iterator[tuple[Path, Money]]:
    """Yield each total that is stated: in the field for it, or as the last of the posts."""
    for index, post in enumerate(resources.posts):
        if post.is_sum and post.cost:
            yield ("resources", "posts", index, "cost"), post.cost
    if resources.total:
        yield ("resources", "total"), resources.total


RULE = Rule(
    summary="The posts add up to the total",
    why="An assessor adds the costs up. A total that differs throws doubt on every other figure, "
    "unless the document says how the figures were rounded.",
    check=check,
    severity=Severity.ERROR,
    stops_final=True,
    certainty="arithmetic",
    source="BaNES: £43.3k, £24.6k and £11.4k add up to £79.3k against £79.4k stated",
    fails="""
resources:
  posts:
    - {role: Project manager, cost: £43.3k}
    - {role: Administrator, cost: £24.6k}
  total: £70k
""",
    passes="""
resources:
  posts:
    - {role: Project manager, cost: £43.3k}
    - {role: Administrator, cost: £24.6k}
  total: £67.9k
""",
)
