"""The posts' costs against the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.sums import total

TOTAL = ("resources", "total")


def check(case: Case) -> Iterator[Problem]:
    resources = case.submission.resources
    sum_ = total((post.cost for post in resources.posts), resources.total) if resources else None
    if sum_ is None or sum_.stated is None or sum_.agrees:
        return
    costs = " + ".join(str(post.cost) for post in resources.posts) if resources else ""
    rounding = (
        "which rounding can explain" if sum_.explained_by_rounding else "more than rounding can explain"
    )
    yield Problem(
        TOTAL,
        f"The posts add up to {sum_.computed}, not {sum_.stated}: {costs} = {sum_.computed}, "
        f"a difference of {sum_.gap}, {rounding}.",
        help="Check each cost, or say in `resources.introduction` how the figures were rounded.",
        other=(("resources", "posts", 0, "cost"), "the first of the costs"),
        severity=Severity.ADVICE if sum_.explained_by_rounding else None,
    )


RULE = Rule(
    summary="The posts add up to the total",
    why="An assessor adds the costs up. A total that differs throws doubt on every other figure, "
    "unless the document says how the figures were rounded.",
    check=check,
    severity=Severity.WARNING,
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
