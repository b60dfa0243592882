"""A scope table in which every function is out of scope."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.forms import NAMES
from eoi.rules.shared.functions import list_rows

# A draft with one or two rows is taken as unfinished.
FEWEST_ROWS = 3


def check(case: Case) -> Iterator[Problem]:
    found = list(list_rows(case))
    if len(found) >= FEWEST_ROWS and all(row.function.in_scope == "no" for row in found):
        yield Problem(
            found[0].at("in_scope"),
            f"The submission applies for {NAMES[case.submission.form]}, but all {len(found)} functions are "
            "out of scope.",
            "Write `in_scope: yes` or `part` for those you ask for, and add those that are not there.",
            (("form",), "the form applied for"),
        )


RULE = Rule(
    summary="Something is in scope",
    why="An applicant has to say which powers it wants. A table of refusals asks for none.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="the announcement of 1 May 2014: applicants say which powers they want (S4)",
    forms=("joint", "delegated"),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: no}
    - {function: Training, in_scope: no}
    - {function: Rent reviews, in_scope: no}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: no}
    - {function: Training, in_scope: part}
    - {function: Rent reviews, in_scope: no}
""",
)
