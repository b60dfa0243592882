"""Groups that are described twice."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.same_body import find_repeated_bodies
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.paths import find_item


def check(case: Case) -> Iterator[Problem]:
    for path, earlier in find_repeated_bodies(case.list_values("governance.groups[].name")):
        name, first = (find_item(case.submission, place).name for place in (path, earlier))
        differently = "" if reduce_to_words(name) == reduce_to_words(first) else f", as {first} too"
        yield Problem(
            path,
            f"{name} is described twice{differently}.",
            "Describe each group once. If they are two groups, give each a name of its own.",
            (earlier, "first described here"),
        )


RULE = Rule(
    summary="No group is described twice",
    why="Two descriptions under one name leave open who sits on the group and whom it reports to.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Joint Committee, meets: monthly}
    - {name: Joint committee, meets: quarterly}
""",
    passes="""
governance:
  groups:
    - {name: Joint Committee, meets: quarterly}
    - {name: Operational Group, meets: monthly}
""",
)
