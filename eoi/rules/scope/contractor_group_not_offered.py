"""Decisions on pharmacy, dental and eye care that a file asks for and no round offered."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import (
    SERVICES,
    asks_little,
    find_contractor_group,
    list_rows,
    says_who_decides,
)

HELP = "Say in `comment` that it is for alignment only and that NHS England decides, or write `in_scope: no`."

SEVERAL = "are in scope, but decisions on them stay with NHS England: {items}."


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        group = find_contractor_group(row, case.round) if row.is_in else None
        if group is None or says_who_decides(row):
            continue
        aligns = asks_little(row, case.round)
        but = " Alignment and discussion can be asked for, if the row says so plainly." if aligns else ""
        yield Problem(
            row.at("in_scope"),
            f"{row.known_as} is in scope, but decisions on {SERVICES[group]} stay with NHS England.{but}",
            HELP,
            severity=Severity.ADVICE if aligns else None,
            several=Several(f"{{number}} functions {SEVERAL}{but}", SERVICES[group]),
        )


RULE = Rule(
    summary="Pharmacy, dental and eye care are asked for as alignment only",
    why="CCGs were offered the commissioning of general practice. Of pharmacy, dental and eye care they can "
    "discuss and align what is decided, but NHS England decides; an assessor strikes out anything more.",
    check=check,
    question="Is it on offer?",
    severity=Severity.WARNING,
    certainty="found",
    source="not on offer in May 2014 (S1; S2); discussion only from 2015 (S26)",
    forms=("joint", "delegated"),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Dental contracts, id: dental_contracts, in_scope: yes}
""",
    passes="""
scope:
  functions:
    - {function: Dental contracts, id: dental_contracts, in_scope: no}
    - {function: Community pharmacy, id: pharmacy_alignment, in_scope: yes,
       comment: For alignment only. NHS England decides.}
""",
)
