"""The cost of a post for each whole-time equivalent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.quantities import Money, has_lost_thousands
from eoi.submission.resources import SESSIONS_IN_A_WEEK, Post

# Pounds a year for one whole-time equivalent. The limits are wide on purpose, and unverified: a year's pay in
# the NHS is never less, and few managers and doctors cost more with all on-costs. They find amounts with
# thousands left off or written twice.
LEAST, MOST = 10_000, 250_000
LEAST_FOR_ANY_POST = 1_000


def check(case: Case) -> Iterator[Problem]:
    for path, post in case.list_values("resources.posts[]"):
        cost, wte = post.cost, count_whole_time(post)
        if (
            cost
            and cost.amount > 0
            and not post.is_sum
            and (is_lasting(post) or is_bare_among_thousands(cost, case))
            and is_implausible(cost.amount, wte)
        ):
            yield Problem(
                (*path, "cost"),
                describe_cost(cost, wte),
                help=f"If thousands are meant, write `{cost}k`."
                if has_lost_thousands(cost)
                else "Check the cost and the time it pays for, and that it is the cost of one year.",
            )


def is_lasting(post: Post) -> bool:
    """Tell whether a post is paid by the year.

    A payment made once or for a while may be any part of a year's cost, or several years'.
    """
    return post.recurrent is not False and post.end is None


def is_bare_among_thousands(cost: Money, case: Case) -> bool:
    """Tell whether a cost such as £15.2 is among costs of thousands. £600 can be all that is paid once."""
    resources = case.submission.resources
    if cost.step >= 1 or not has_lost_thousands(cost) or resources is None:
        return False
    others = [resources.total, *(post.cost for post in resources.posts)]
    return any(other and other.amount >= LEAST_FOR_ANY_POST for other in others)


def count_whole_time(post: Post) -> Decimal | None:
    """Return the whole-time equivalent of a post, from its sessions if it states none, or else None."""
    if post.wte and post.wte.amount:
        return post.wte.amount
    if post.sessions_per_week and post.sessions_per_week.amount:
        return post.sessions_per_week.amount / SESSIONS_IN_A_WEEK
    return None


def is_implausible(cost: Decimal, wte: Decimal | None) -> bool:
    """Tell whether a cost is too low or too high for a post of this whole-time equivalent."""
    if wte is None:
        return cost < LEAST_FOR_ANY_POST
    return not LEAST * wte <= cost <= MOST * wte


def describe_cost(cost: Money, wte: Decimal | None) -> str:
    """Describe the cost of a post for one whole-time equivalent."""
    if wte is None:
        return f"{cost} is very little for a post."
    each = cost.amount / wte
    unusual = "little" if each < LEAST else "much"
    return f"{cost} here is £{each:,.0f} a year for one whole-time equivalent, unusually {unusual}."


RULE = Rule(
    summary="The cost of a post is plausible for the time it takes",
    why="Assessors compare posts by what a whole-time equivalent (WTE) costs. A figure far outside the "
    "usual has most likely lost its thousands, or is for other years or other people than it seems.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="BaNES prints £43.3 for a post beside others in thousands; the band from £10,000 to £250,000 "
    "a year for one WTE, and ten sessions a week as one WTE, are general knowledge",
    needs=("resources.posts[]",),
    fails="""
resources:
  posts:
    - {role: Project manager, wte: 1, cost: £43.3}
""",
    passes="""
resources:
  posts:
    - {role: Project manager, wte: 1, cost: £43.3k}
    - {role: GP lead, sessions_per_week: 1, cost: £11.4k}
""",
)
