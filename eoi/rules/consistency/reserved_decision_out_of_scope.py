"""Decisions that a board keeps although NHS England has their function."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.who_leads import find_what_is_left
from eoi.rules.shared.functions.reserved_decisions import list_kept_decisions


def check(case: Case) -> Iterator[Problem]:
    """Find decisions that a board keeps on functions out of scope, unless the CCG leads the function."""
    for kept in list_kept_decisions(case):
        function = kept.row.function
        if function.in_scope != "no" or function.led_by == "ccg" or kept.is_kept_by_nhs_england:
            continue
        led = find_what_is_left(function)
        out = f"out of scope, and NHS England {led.does} it" if led else "out of scope"
        yield Problem(
            kept.path,
            f"{kept.said}, but it is {out}.",
            "Decide who decides: if NHS England, take it out of `reserved_decisions`; if "
            f"{kept.keeper}, write `in_scope: part` and say in `comment` who does what.",
            (kept.row.at("in_scope"), "out of scope here"),
            None if led else Severity.ADVICE,
        )


RULE = Rule(
    summary="A decision that a board keeps is not left to NHS England in the scope table",
    why="A function that is out of scope stays with NHS England. A board cannot keep a decision that its "
    "CCG does not ask for, and an assessor asks whose it is.",
    check=check,
    question="Who decides?",
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: the Board keeps contractual sanctions, which the scope table leaves to the area team",
    forms=("joint", "delegated"),
    needs=("governance.reserved_decisions[]",),
    fails="""
scope:
  functions:
    - {id: sanctions, in_scope: no, lead: nhse}
governance:
  reserved_decisions:
    - {decision: Contractual sanctions, id: sanctions, body: CCG Board}
""",
    passes="""
scope:
  functions:
    - {id: sanctions, in_scope: part, lead: nhse, comment: NHS England proposes and the CCG Board decides.}
    - {id: ooh, in_scope: no, lead: ccg}
governance:
  reserved_decisions:
    - {decision: Contractual sanctions, id: sanctions, body: CCG Board}
    - {decision: Out-of-hours contracts, id: ooh, body: CCG Board}
""",
)
