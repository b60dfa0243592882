"""Decisions reserved to the only group of the file, which takes the decisions itself."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import is_of_a_kind_that_decides, name_group
from eoi.rules.shared.bodies.same_body import is_one_body


def check(case: Case) -> Iterator[Problem]:
    groups, governance = case.submission.groups, case.submission.governance
    # With a second group, the committee can keep decisions from that one.
    if governance is None or len(groups) != 1 or not groups[0].name:
        return
    if not is_of_a_kind_that_decides(f"{groups[0].kind or ''} {groups[0].name}"):
        return
    for index, decision in enumerate(governance.reserved_decisions):
        body = (decision.body or "").removeprefix("the ").removeprefix("The ")
        if body and not decision.threshold and is_one_body(body, groups[0].name):
            yield Problem(
                ("governance", "reserved_decisions", index, "body"),
                f"This decision is reserved to {name_group(groups[0])}, which takes the decisions itself.",
                help="Name the board that keeps it, or delete the decision from `reserved_decisions`.",
                other=(("governance", "groups", 0, "name"), "the group"),
            )


RULE = Rule(
    summary="No decision is reserved to the committee that takes the decisions",
    why="A reserved decision is one that a board does not hand on. If the committee takes it, nothing is "
    "reserved, and the list says more than the proposal.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="BaNES F: each reserved decision stays with the CCG Board",
    needs=("governance.reserved_decisions[]",),
    forms=("delegated",),
    fails="""
governance:
  groups: [{name: Primary Care Committee, kind: committee}]
  reserved_decisions: [{decision: Practice mergers, body: Primary Care Committee}]
""",
    passes="""
governance:
  groups: [{name: Primary Care Committee, kind: committee}]
  reserved_decisions: [{decision: Practice mergers, body: Governing Body}]
""",
)
