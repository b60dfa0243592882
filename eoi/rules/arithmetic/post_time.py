"""Posts whose sessions and whole-time equivalent are not the same time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

# A full week has ten sessions, and eight of a GP are often called whole-time.
FEWEST, MOST = 8, 10
ROUNDING = Decimal("0.1")


def check(case: Case) -> Iterator[Problem]:
    for path, post in case.list_values("resources.posts[]"):
        wte, sessions = post.wte, post.sessions_per_week
        if post.is_sum or not wte or not sessions:
            continue
        least, most = sessions.amount / MOST - ROUNDING, sessions.amount / FEWEST + ROUNDING
        if not least <= wte.amount <= most:
            yield Problem(
                (*path, "wte"),
                f"{sessions} sessions a week are {(sessions.amount / MOST).normalize():f} of a whole-time "
                f"equivalent, not {wte}.",
                "Correct one of the two, or keep only the one by which the post is paid.",
                ((*path, "sessions_per_week"), "the sessions"),
            )


RULE = Rule(
    summary="The sessions and the whole-time equivalent of a post are the same time",
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
