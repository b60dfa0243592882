"""Functions in scope that NHS England would lead on."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.rules.shared.bodies.who_leads import find_what_is_left
from eoi.rules.shared.functions import Row, is_performers_list, list_rows, says_who_decides
from eoi.submission.scope import names_nhs_england


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        left = find_what_is_left(row.function) if row.function.in_scope == "yes" else None
        if left and not is_performers_list(row) and not says_who_decides(row):
            yield Problem(
                row.at("in_scope"),
                f"{row.known_as} is in scope, but NHS England would {left.does.removesuffix('s')} it.",
                "Say who leads it: `in_scope: no` if NHS England does, `part` and what you would do, or "
                "`lead: joint` with the `forum` that decides and NHS England in `carried_out_by`.",
                (row.at(left.field), f"{left.does} it" if left.field != "comment" else SAYS),
                Severity.ADVICE if is_coordinated_by_group(row) and case.submission.form == "joint" else None,
                several=Several(describe_several(left.does), row.known_in_brief),
            )


def describe_several(does: str) -> str:
    """Write the message for several functions."""
    return (
        f"{{number}} functions are in scope, but NHS England would {does.removesuffix('s')} them: {{items}}."
    )


SAYS = "says that NHS England leads"


def is_coordinated_by_group(row: Row) -> bool:
    """Tell whether a group co-ordinates the work, which explains who leads it in a joint arrangement."""
    return bool(row.function.forum) and not names_nhs_england(row.function.forum)


RULE = Rule(
    summary="NHS England leads on no function in scope",
    why="An applicant has to say which powers it wants. A function that it asks for and leaves to NHS "
    "England changes nothing, and the assessor cannot tell who would answer for it.",
    check=check,
    question="Who leads?",
    severity=Severity.WARNING,
    finds=FindingKind.CONTRADICTION,
    certainty="seen",
    source="BaNES: dental reviews are in scope, and the area team is expected to lead",
    forms=("joint", "delegated"),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: yes, comment: We expect the Area Team to lead.}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: yes, lead: joint, forum: monthly group}
    - {function: Training, in_scope: no, comment: We expect the Area Team to lead.}
    - {function: Rent reviews, in_scope: part, lead: nhse, comment: We would agree the timetable.}
""",
)
