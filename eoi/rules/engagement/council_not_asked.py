"""Stakeholders without the council or its Health and Wellbeing Board."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_unasked

COUNCIL = WordList(
    "health and wellbeing|health & wellbeing|health and well-being|health & well-being|hwb|hwbb|h&wb|h&wbb|"
    "council|councils|councillor|councillors|local authorit*|borough"
)


def check(case: Case) -> Iterator[Problem]:
    return report_unasked(
        case,
        COUNCIL,
        "Neither the council nor the Health and Wellbeing Board is among those who were asked.",
        "Add a stakeholder or an entry in `support`, with the date and what was said.",
    )


RULE = Rule(
    summary="The council or its Health and Wellbeing Board was asked",
    why="Councils called for a say before NHS England decides, and the boards discussed these proposals "
    "in public.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="London Councils in the Health Service Journal (S59); minutes of Bromley and Southampton",
    needs=("engagement.stakeholders[]",),
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch, view: In favour}
""",
    passes="""
engagement:
  stakeholders:
    - {name: Healthwatch, view: In favour}
support:
  - {body: Health and Wellbeing Board, date: 2014-06-11}
""",
)
