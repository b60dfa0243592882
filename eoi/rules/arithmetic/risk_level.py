"""The level of a risk beside its likelihood and impact."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

# Of 25 at most. Organisations draw the line between the levels at other scores, so only what is at the wrong
# end of every usual scale is reported.
SURELY_HIGH, SURELY_LOW = 12, 4


def check(case: Case) -> Iterator[Problem]:
    for path, risk in case.list_values("risks[]"):
        if not risk.likelihood or not risk.impact:
            continue
        score = risk.likelihood.amount * risk.impact.amount
        if (risk.level == "low" and score >= SURELY_HIGH) or (risk.level == "high" and score <= SURELY_LOW):
            yield Problem(
                (*path, "level"),
                f"The level of this risk is {risk.level}, but {risk.likelihood} × {risk.impact} = "
                f"{score:.0f}, of 25 at most.",
                "Correct the level or the ratings, or leave `level` out.",
                ((*path, "likelihood"), "rated here"),
            )


RULE = Rule(
    summary="The level of a risk goes with its ratings",
    why="The register prints the score and the level side by side. A board looks at the high risks first, "
    "and misses one that is called low.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("risks[].level",),
    fails="""
risks:
  - {risk: Costs rise, likelihood: 4, impact: 5, level: low}
""",
    passes="""
risks:
  - {risk: Costs rise, likelihood: 4, impact: 5, level: high}
  - {risk: Loss of trust, level: low}
""",
)
