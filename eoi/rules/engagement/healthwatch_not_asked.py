"""Stakeholders without Healthwatch."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_unasked

HEALTHWATCH = WordList("healthwatch|health watch")


def check(case: Case) -> Iterator[Problem]:
    return report_unasked(
        case,
        HEALTHWATCH,
        "Healthwatch is not among those who were asked.",
        "Add a stakeholder, for example `{name: Healthwatch, consulted: yes, view: ...}`.",
    )


RULE = Rule(
    summary="Healthwatch was asked",
    why="The invitation wanted patients and the public involved, and Healthwatch is the body that speaks "
    "for them.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="BaNES asked Healthwatch; patient involvement is an aim of the letter (S3)",
    needs=("engagement.stakeholders[]",),
    fails="""
engagement:
  stakeholders:
    - {name: Local Medical Committee, view: In favour}
""",
    passes="""
engagement:
  stakeholders:
    - {name: Local Medical Committee, view: In favour}
    - {name: Healthwatch Somewhere, view: In favour}
""",
)
