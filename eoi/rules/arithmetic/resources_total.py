"""The posts' costs against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import is_excused, show_working, weigh_sum
from eoi.submission.resources import PostsTotal, Resources, find_row_of_all, list_stated_totals


def check(case: Case) -> Iterator[Problem]:
    for _, resources in case.list_values("resources"):
        totals = tuple(list_stated_totals(resources))
        for stated in totals:
            if is_said_of_all_posts(stated, totals):
                continue
            if not stated.sum.agrees and not is_excused(stated.sum, [resources.introduction]):
                yield report(stated, resources)


def is_said_of_all_posts(stated: PostsTotal, totals: Sequence[PostsTotal]) -> bool:
    """Tell whether a row of the posts only repeats the total that `resources.total` states for them."""
    others = (one for one in totals if one.row is None and stated.row is not None)
    return any(one.parts == stated.parts and one.sum.stated == stated.sum.stated for one in others)


def report(stated: PostsTotal, resources: Resources) -> Problem:
    sum_ = stated.sum
    costs = [cost for part in stated.parts if (cost := resources.posts[part].cost)]
    is_of_all = stated.row is None or stated.row == find_row_of_all(resources.posts)
    return Problem(
        ("resources", "total") if stated.row is None else ("resources", "posts", stated.row, "cost"),
        f"The posts {'' if is_of_all else 'of this subtotal '}add up to {sum_.computed}, not {sum_.stated}: "
        f"{show_working(sum_, costs, 'posts')}.",
        help="Check each cost, or say in `resources.introduction` how the figures were rounded."
        if sum_.explained_by_rounding
        else "Check each cost and the total: no note on rounding can explain so much.",
        other=(("resources", "posts", stated.parts[0], "cost"), "the first of the costs"),
        severity=weigh_sum(sum_),
        instead="" if sum_.explained_by_rounding else str(sum_.computed),
    )


RULE = Rule(
    summary="The posts add up to the total",
    why="An assessor adds the costs up. A total that differs throws doubt on every other figure, "
    "unless the document says how the figures were rounded.",
    check=check,
    severity=Severity.ERROR,
    stops_final=True,
    certainty="arithmetic",
    source="BaNES: £43.3k, £24.6k and £11.4k add up to £79.3k against £79.4k stated",
    needs=("resources",),
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
