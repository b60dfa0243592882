"""Posts with more sessions a week than their whole-time equivalent has room for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.resources import SESSIONS_IN_A_WEEK

# A post can have other hours than its sessions with patients, so only too many sessions are reported.
ROUNDING = Decimal("0.1")


def check(case: Case) -> Iterator[Problem]:
    for path, post in case.list_values("resources.posts[]"):
        wte, sessions = post.wte, post.sessions_per_week
        if post.is_sum or not wte or not sessions:
            continue
        needed = sessions.amount / SESSIONS_IN_A_WEEK
        if needed > wte.amount + ROUNDING:
            yield Problem(
                (*path, "wte"),
                f"{sessions} sessions a week need {needed.normalize():f} of a whole-time equivalent, "
                f"not {wte}.",
                "Correct one of the two, or keep only the one by which the post is paid.",
                ((*path, "sessions_per_week"), "the sessions"),
            )


RULE = Rule(
    summary="The sessions of a post fit into its whole-time equivalent",
    why="The cost of a clinician is worked out by one of the two. A reader who takes the other comes to "
    "another cost.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself; a full week has ten sessions",
    needs=("resources.posts[].sessions_per_week",),
    fails="""
resources:
  posts: [{role: GP lead, wte: 0.5, sessions_per_week: 9}]
""",
    passes="""
resources:
  posts: [{role: GP lead, wte: 0.2, sessions_per_week: 2}, {role: Chair, sessions_per_week: 1}]
""",
)
