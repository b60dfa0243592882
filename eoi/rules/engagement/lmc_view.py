"""Stakeholders without the Local Medical Committee."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_unasked

LMC = WordList("lmc|lmcs|local medical committee|local medical committees")


def check(case: Case) -> Iterator[Problem]:
    return report_unasked(
        case,
        LMC,
        "The Local Medical Committee (LMC) is not among those who were asked.",
        "Add a stakeholder, for example `{name: Local Medical Committee (LMC), consulted: yes, "
        "view: ...}`. A view against is worth recording too.",
    )


RULE = Rule(
    summary="The view of the Local Medical Committee is recorded",
    why="The committee speaks for the GPs whose contracts are at stake. Where committees were against, "
    "CCGs withdrew or did not apply.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="GPonline, on Surrey and Sussex (S56); Pulse, on Kent (S53); BaNES asked its committee",
    needs=("engagement.stakeholders[]",),
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch, view: In favour}
""",
    passes="""
engagement:
  members:
    consulted: [The LMC]
  stakeholders:
    - {name: Healthwatch, view: In favour}
""",
)
