"""Scores of options and ratings of risks that lie outside their scale."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.proposal import HIGHEST


def check(case: Case) -> Iterator[Problem]:
    for path, score in case.list_values("arrangement.options[].scores[]"):
        if score.score and score.out_of and score.score.amount > score.out_of.amount:
            yield Problem(
                (*path, "score"),
                f"A score of {score.score} is more than the {score.out_of} that it is out of.",
                "Correct the score, or write the most that it can be under `out_of`.",
            )
    for name in ("likelihood", "impact"):
        for path, rating in case.list_values(f"risks[].{name}"):
            if not 1 <= rating.amount <= HIGHEST:
                yield Problem(
                    path,
                    f"The {name} of this risk is {rating}, outside the scale from 1 to {HIGHEST}.",
                    f"Rate it from 1 to {HIGHEST}, or write high, medium or low under `level`.",
                )


RULE = Rule(
    summary="Scores and ratings lie on their scale",
    why="A score beyond its scale decides between options or ranks a risk by a slip, and a board that adds "
    "scores up relies on each of them.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=(
        "arrangement.options[].scores[]",
        "risks[].impact",
        "risks[].likelihood",
    ),
    fails="""
arrangement:
  options:
    - {form: joint, preferred: yes, scores: [{criterion: Fit with the plan, score: 7, out_of: 5}]}
""",
    passes="""
arrangement:
  options:
    - {form: joint, preferred: yes, scores: [{criterion: Fit with the plan, score: 4, out_of: 5}]}
risks:
  - {risk: Capacity of the CCG, likelihood: 3, impact: 4}
""",
)
