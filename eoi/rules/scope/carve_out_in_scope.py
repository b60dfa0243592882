"""Work that stays elsewhere, although the scope table takes it on without saying so."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import quoted, subject
from eoi.rules.shared.scope_rows import rows


def check(case: Case) -> Iterator[Problem]:
    for path, what in case.given("arrangement.carve_outs[].what"):
        about = subject(what)
        for row in rows(case):
            if row.function.in_scope == "yes" and len(about) > 1 and about == subject(row.name):
                yield Problem(
                    path,
                    f"{quoted(what)} is left out here, and in scope as a whole in the table.",
                    help="Write `in_scope: part` in the table and say in `comment` which part stays where, "
                    "or take one of the two out.",
                    other=(row.at("in_scope"), "in scope here"),
                )


RULE = Rule(
    summary="What is carved out is not in scope as a whole",
    why="An assessor reads the table and the carve-outs together. A function that is in both has two owners.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes}
arrangement:
  carve_outs:
    - {what: Rent reviews, stays_with: NHS England}
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: part, comment: NHS England keeps the disputes.}
arrangement:
  carve_outs:
    - {what: Rent reviews, stays_with: NHS England}
""",
)
