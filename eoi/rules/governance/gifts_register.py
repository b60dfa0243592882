"""Lists of registers without one of gifts and hospitality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

GIFTS = Expression(r"\bgifts?\b|\bhospitality\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    for path, registers in case.list_values("governance.conflicts_of_interest.registers"):
        if not any(GIFTS.search(register) for register in registers):
            yield Problem(
                path,
                "None of the registers listed is a register of gifts and hospitality.",
                help="Add `Register of gifts and hospitality`, and say where it is published.",
            )


RULE = Rule(
    summary="One of the registers is of gifts and hospitality",
    why="Since June 2016 statutory guidance asks each CCG for a public register of the gifts and "
    "hospitality that its people were offered.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="revised statutory guidance of 28 June 2016 (S70, S72)",
    since=date(2016, 6, 28),
    needs=("governance.conflicts_of_interest.registers[]",),
    fails="""
round: 2017
form: delegated
governance:
  conflicts_of_interest:
    registers: [Register of interests]
""",
    passes="""
round: 2017
form: delegated
governance:
  conflicts_of_interest:
    registers: [Register of interests, Register of gifts and hospitality]
""",
)
