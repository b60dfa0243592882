"""Stakeholders that are listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.same_body import find_repeated_bodies
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.paths import find_item


def check(case: Case) -> Iterator[Problem]:
    for path, earlier in find_repeated_bodies(case.list_values("engagement.stakeholders[].name")):
        first, second = find_item(case.submission, earlier), find_item(case.submission, path)
        if are_different(first.role, second.role) or are_different(first.date, second.date):
            continue
        yield Problem(
            path,
            f"{second.name} is listed twice among the stakeholders{name_earlier(first.name, second.name)}.",
            "Put its views together in one entry. If two people were asked, or the same body twice, "
            "give each entry its `role` or `date`.",
            (earlier, "first listed here"),
        )


def name_earlier(first: str, second: str) -> str:
    """Return words that name a body as it was first spelt, or an empty text if both names are the same."""
    return "" if reduce_to_words(first) == reduce_to_words(second) else f": {first} is the same body"


def are_different(first: object, second: object) -> bool:
    """Tell whether both values are stated and differ."""
    return first is not None and second is not None and first != second


RULE = Rule(
    summary="No stakeholder is listed twice",
    why="An assessor counts who was asked. A body that is listed twice is counted twice, or gives two views. "
    "'LMC' and 'Local Medical Committee' are one body.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("engagement.stakeholders[]",),
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch, view: In favour}
    - {name: Healthwatch, view: Undecided}
""",
    passes="""
engagement:
  stakeholders:
    - {name: Somewhere Council, role: Director of Public Health, view: In favour}
    - {name: Somewhere Council, role: Director of Adult Services, view: Undecided}
""",
)
