"""Decisions that a bid for greater influence cannot bring: NHS England keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.scope_rows import rows


def check(case: Case) -> Iterator[Problem]:
    for row in rows(case):
        if row.is_in and row.function.lead in ("ccg", "joint"):
            who = "the CCG" if row.function.lead == "ccg" else "the CCG and NHS England together"
            yield Problem(
                row.at("lead"),
                f"{row.known_as} would be led by {who}. With greater influence, NHS England still decides.",
                help="Write `lead: nhse` and say in `comment` how the CCG is heard, or choose another form.",
                other=(("form",), "greater influence"),
            )


RULE = Rule(
    summary="A bid for greater influence leaves the decisions with NHS England",
    why="Greater influence needs no new governance, because the CCG decides nothing. A function that it "
    "would lead belongs to joint or delegated commissioning.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS England on the three models (S10), and the slides of September 2014 (S7)",
    forms=("influence",),
    fails="""
form: influence
round: 2014
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
""",
    passes="""
form: influence
round: 2014
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: nhse, comment: We would be asked first.}
""",
)
