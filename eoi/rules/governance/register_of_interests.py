"""Lists of registers without one of interests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

INTERESTS = Expression(r"\binterests?\b|\bconflicts?\b|\bdeclarations?\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    for path, registers in case.list_values("governance.conflicts_of_interest.registers"):
        if not any(INTERESTS.search(register) for register in registers):
            yield Problem(
                path,
                "None of the registers listed is a register of interests.",
                help="Add `Register of interests`, and say where it can be seen.",
            )


RULE = Rule(
    summary="One of the registers is a register of interests",
    why="The law asks each CCG for registers of the interests of its members, its governing body, its "
    "committees and its staff.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="section 14O of the National Health Service Act 2006 (S80)",
    needs=("governance.conflicts_of_interest.registers[]",),
    fails="""
governance:
  conflicts_of_interest:
    registers: [Register of procurement decisions]
""",
    passes="""
governance:
  conflicts_of_interest:
    registers: [Register of interests, Register of procurement decisions]
""",
)
