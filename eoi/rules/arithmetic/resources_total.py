"""The posts' costs against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import is_excused, show_working, weigh_sum
from eoi.submission.quantities import Money, has_lost_thousands
from eoi.submission.resources import PostsTotal, Resources, find_row_of_all, list_stated_totals
from eoi.submission.sums import Sum


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
    thousands = suggest_thousands(sum_, costs)
    is_of_all = stated.row is None or stated.row == find_row_of_all(resources.posts)
    return Problem(
        ("resources", "total") if stated.row is None else ("resources", "posts", stated.row, "cost"),
        f"The posts {'' if is_of_all else 'of this subtotal '}add up to {sum_.computed}, not {sum_.stated}: "
        f"{show_working(sum_, costs, 'posts')}.",
        help="Check each cost, or say in `resources.introduction` how the figures were rounded."
        if sum_.explained_by_rounding
        else thousands or "Check each cost and the total: no note on rounding can explain so much.",
        other=(("resources", "posts", stated.parts[0], "cost"), "the first of the costs"),
        severity=weigh_sum(sum_),
        instead="" if sum_.explained_by_rounding or thousands else str(sum_.computed),
    )


def suggest_thousands(sum_: Sum, costs: Sequence[Money]) -> str:
    """Return the advice to add a unit to amounts with which the posts add up; empty if they do not."""
    for amounts, sign in ((costs, -1), ([sum_.stated], 1)):
        lost = [amount for amount in amounts if amount and has_lost_thousands(amount)]
        difference = sum_.difference + sign * 999 * sum(amount.amount for amount in lost)
        if lost and abs(difference) <= sum_.tolerance + sum(amount.step for amount in lost) * 500:
            amounts_in_full = join_items(f"`{amount}k`" for amount in lost)
            return f"If thousands are meant, write {amounts_in_full}: the costs then add up."
    return ""


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
