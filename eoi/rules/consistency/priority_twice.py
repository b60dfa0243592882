"""Priorities that are listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import find_repeated, quote_part
from eoi.submission.paths import find_item


def check(case: Case) -> Iterator[Problem]:
    """Find priorities that one CCG's own list and the shared list hold twice.

    Two CCGs may have the same priority, each in its own list.
    """
    shared, own = (
        list(case.list_values("priorities[].title")),
        list(case.list_values("applicants[].priorities[].title")),
    )
    found = dict(find_repeated(shared))
    for index in {path[1] for path, _ in own}:
        found |= find_repeated([*shared, *(entry for entry in own if entry[0][1] == index)])
    for path, earlier in found.items():
        title = find_item(case.submission, path).title
        yield Problem(
            path,
            f"The priority {quote_part(title)} is listed twice.",
            "Put its opportunities and outcomes together under one title.",
            (earlier, "first listed here"),
        )


RULE = Rule(
    summary="No priority is listed twice",
    why="Each priority has a row in a table. Two rows with one title leave open which outcomes count.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself; BaNES lists each of its priorities once",
    fails="""
priorities:
  - {title: Urgent care}
  - {title: Dementia}
  - {title: Urgent Care}
""",
    passes="""
priorities:
  - {title: Urgent care}
  - {title: Urgent care for children}
""",
)
