"""Functions out of scope that matter to the CCG."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, find_contractor_group, is_performers_list, list_rows

LEAVE = "delete `interest` and say in `comment` what you would like to be told of"


def check(case: Case) -> Iterator[Problem]:
    found = [row for row in list_rows(case) if row.function.interest in ("high", "medium")]
    claimed = [row for row in found if row.function.in_scope == "no"]
    for row in claimed:
        interest = row.function.interest
        yield Problem(
            row.at("interest"),
            f"{row.known_as} is out of scope, but {case.of_the_ccg} interest in it is {interest}.",
            suggest_for_row(row),
            (row.at("in_scope"), "out of scope here"),
            choose_severity(case, row),
            several=Several(
                f"{{number}} functions are out of scope, but {case.of_the_ccg} interest in them is "
                f"{interest}: {{items}}.",
                row.known_in_brief,
                suggest_for_all(claimed),
            ),
        )


def suggest_for_row(row: Row) -> str:
    """Return advice for one row."""
    if is_performers_list(row):
        return f"It has to stay out of scope: {LEAVE}."
    return f"Write `in_scope: part` if you want a share in it. Otherwise {LEAVE}."


def suggest_for_all(claimed: list[Row]) -> str:
    """Return advice for several rows."""
    listed = any(map(is_performers_list, claimed))
    never = " The performers list has to stay out of scope." if listed else ""
    return f"Write `in_scope: part` where you want a share. Otherwise {LEAVE}.{never}"


def choose_severity(case: Case, row: Row) -> Severity | None:
    """Return a lower severity for an interest that may be deliberate, or None for the rule's own.

    That is a medium interest, or an interest in a function that is not on offer.
    """
    on_offer = not is_performers_list(row) and find_contractor_group(row, case.round) is None
    return None if on_offer and row.function.interest == "high" else Severity.ADVICE


RULE = Rule(
    summary="No high or medium interest is claimed in a function that is out of scope",
    why="An applicant has to say which powers it wants. An assessor asks why a function that matters is not "
    "among them.",
    check=check,
    severity=Severity.WARNING,
    certainty="seen",
    source="BaNES: medium interest in the performers list and in estates, both out of scope",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: no, interest: high}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: no, interest: low}
    - {function: Training, in_scope: part, interest: high}
""",
)
