"""A fallback that is the same form as the one applied for."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.forms import NAMES


def check(case: Case) -> Iterator[Problem]:
    arrangement = case.submission.arrangement
    if arrangement and arrangement.fallback == case.submission.form:
        yield Problem(
            ("arrangement", "fallback"),
            f"The fallback is {NAMES[arrangement.fallback]}, the form that is applied for.",
            "Name the form that would do if this one is refused, or delete `fallback`.",
            (("form",), "the form applied for"),
        )


RULE = Rule(
    summary="The fallback is another form than the one applied for",
    why="A fallback is what an applicant would accept if NHS England refuses. The same form again cannot be "
    "that.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.fallback",),
    fails="""
arrangement:
  fallback: joint
""",
    passes="""
arrangement:
  fallback: influence
""",
)
