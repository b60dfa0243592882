"""Reserved decisions whose own words, threshold and texts state two amounts."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions.limits_in_texts import judge_limits, list_amounts_with_side


def check(case: Case) -> Iterator[Problem]:
    for path, row in case.list_values("governance.reserved_decisions[]"):
        one, other = (list_amounts_with_side(text) for text in (row.decision, row.threshold))
        if (
            len(one) == len(other) == 1
            and one[0][0] == other[0][0]
            and one[0][1].amount != other[0][1].amount
        ):
            yield Problem(
                (*path, "threshold"),
                f"The threshold is {other[0][1]}, but the decision says {one[0][1]}.",
                "Write the amount once, under `threshold`.",
                ((*path, "decision"), "the decision"),
            )
        else:
            yield from judge_limits(case, path, row)


RULE = Rule(
    summary="A reserved decision has one threshold",
    why="Which payments come to the Board depends on the amount, and two amounts in one row leave it open.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.reserved_decisions[].threshold",),
    fails="""
governance:
  reserved_decisions:
    - {decision: Payments over £25k, body: CCG Board, threshold: over £50k}
""",
    passes="""
governance:
  reserved_decisions:
    - {decision: Payments over £25k, body: CCG Board, threshold: up to £50k}
    - {decision: "The budget of £28m", body: CCG Board, threshold: changes of more than £50k}
""",
)
