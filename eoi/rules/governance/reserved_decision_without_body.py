"""Reserved decisions without the body that keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    governance = case.submission.governance
    decisions = governance.reserved_decisions if governance else ()
    open_ = [index for index, decision in enumerate(decisions) if not decision.body]
    if open_:
        one = len(open_) == 1
        yield Problem(
            ("governance", "reserved_decisions", open_[0]),
            f"Nobody is named who takes {'this decision' if one else f'these {len(open_)} decisions'}.",
            help="Add `body` to each, for example `{decision: Practice mergers, body: CCG Board}`.",
        )


RULE = Rule(
    summary="Every reserved decision names who takes it",
    why="A decision can stay with a CCG Board, with its members or with NHS England, and those are three "
    "different proposals.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="BaNES F: each reserved decision stays with the CCG Board",
    needs=("governance.reserved_decisions[]",),
    fails="""
governance:
  reserved_decisions: [Practice mergers, Contractual sanctions]
""",
    passes="""
governance:
  reserved_decisions:
    - {decision: Practice mergers, body: CCG Board}
""",
)
