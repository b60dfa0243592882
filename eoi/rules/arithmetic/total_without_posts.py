"""A total cost beside the statement that no posts are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission import says_none


def check(case: Case) -> Iterator[Problem]:
    for path, resources in case.list_values("resources"):
        cost = resources.total
        if (
            says_none(resources.posts)
            and cost
            and cost.amount
            and str(cost) not in (resources.introduction or "")
        ):
            yield Problem(
                (*path, "total"),
                f"No posts are asked for, but their total cost is {cost}.",
                "Name the posts, or clear the total. If the money is for something else, say so with the "
                "figure in `resources.introduction`.",
                other=((*path, "posts"), "no posts"),
            )


RULE = Rule(
    summary="No cost is stated for posts that are not asked for",
    why="The document says that no posts are asked for, and beside it what they cost. NHS England cannot "
    "tell whether it is to pay for anything.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("resources.total",),
    fails="""
resources: {posts: none, total: £50k}
""",
    passes="""
resources: {posts: none, introduction: "We ask for £50k to fit out rooms, and for no posts.", total: £50k}
""",
)
