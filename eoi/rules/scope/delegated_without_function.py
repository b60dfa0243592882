"""A delegated submission without any function in scope that NHS England delegates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, find_contractor_group, list_rows
from eoi.rules.shared.functions.topics import find_topics_of_row

# A draft with one or two rows is taken as unfinished.
FEWEST_ROWS = 3
# Tasks that a CCG has already or only discusses, or that stay with NHS England or other bodies.
NEVER_DELEGATED = frozenset(
    (
        "performers_list",
        "needs_strategy",
        "workforce",
        "training",
        "ooh",
        "screening_imms",
        "controlled_drugs",
    )
)


def check(case: Case) -> Iterator[Problem]:
    found = list(list_rows(case))
    asked = [row for row in found if row.is_in]
    if len(found) >= FEWEST_ROWS and asked and all(is_not_delegated(case, row) for row in asked):
        yield Problem(
            asked[0].at("in_scope"),
            "The submission applies for delegated commissioning, but takes on none of the functions that NHS "
            "England delegates.",
            "Add those that you would decide on, such as enhanced services, practice mergers or "
            "discretionary payments, or apply for another form.",
            (("form",), "the form applied for"),
        )


def is_not_delegated(case: Case, row: Row) -> bool:
    """Tell whether a function is one that NHS England never delegates, or that it would lead here."""
    about = find_topics_of_row(row)
    if find_contractor_group(row, case.round) or row.function.led_by == "nhse":
        return True
    return bool(about) and about <= NEVER_DELEGATED


RULE = Rule(
    summary="A delegated submission takes on at least one delegated function",
    why="Delegation hands over decisions on general practice contracts. Planning, training or discussing "
    "dental services can be done without it.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="the functions of delegated committees (S43; S50; S51); discussion only of other services (S26)",
    forms=("delegated",),
    since=date(2014, 9, 1),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
round: 2015
form: delegated
scope:
  functions:
    - {id: workforce, in_scope: yes}
    - {id: training, in_scope: yes}
    - {id: discretionary_payments, in_scope: no}
""",
    passes="""
round: 2015
form: delegated
scope:
  functions:
    - {id: workforce, in_scope: yes}
    - {id: training, in_scope: yes}
    - {id: discretionary_payments, in_scope: yes}
""",
)
