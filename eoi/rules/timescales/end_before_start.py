"""Posts, phases, agreements and votes that end before they start."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import PATTERNS
from eoi.rules.shared.dates.vague_dates import is_before

# The path, the two fields, and their values.
SPANS = (
    ("applicants[].commissioning_support", "start", "end", "The agreement starts", "ends"),
    ("resources.posts[]", "start", "end", "The post starts", "ends"),
    ("arrangement.phases[]", "start", "end", "The phase starts", "ends"),
    *((pattern, "opened", "closed", "Voting opened", "closed") for pattern in PATTERNS),
    *((pattern, "closed", "result_date", "Voting closed", "the result is dated") for pattern in PATTERNS),
    *((pattern, "closed", "result_due", "Voting closed", "the result is dated") for pattern in PATTERNS),
)


def check(case: Case) -> Iterator[Problem]:
    for pattern, first, last, starts, ends in SPANS:
        for path, part in case.list_values(pattern):
            start, end = getattr(part, first, None), getattr(part, last, None)
            if start and end and is_before(end, start):
                yield Problem(
                    (*path, last),
                    f"{starts} {start.dated}, but {ends} {end if 'dated' in ends else end.dated}.",
                    help=f"Correct `{first}` or `{last}`.",
                    other=((*path, first), f"{first} is later"),
                )


RULE = Rule(
    summary="Nothing ends before it starts",
    why="One of the two dates is wrong, and whoever plans by them cannot tell which.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the dates in the file",
    fails="""
resources:
  posts:
    - {role: Project manager, start: 2014-09, end: 2014-03}
""",
    passes="""
resources:
  posts:
    - {role: Project manager, start: 2014-09, end: 2015-08}
""",
)
