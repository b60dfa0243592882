"""Two functions with the same comment, one in scope and one not."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.rules.shared.bodies.who_leads import find_what_is_left
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.prose.words import reduce_to_words

# A shorter comment, such as 'To be agreed with the area team', fits any function.
FEWEST_WORDS = 8


def check(case: Case) -> Iterator[Problem]:
    """Compare the rows within each table, since another table is about other services."""
    first: dict[tuple[str, int], Row] = {}
    for row in list_rows(case):
        comment = row.function.comment or ""
        if row.function.in_scope not in ("yes", "no") or len(comment.split()) < FEWEST_WORDS:
            continue
        earlier = first.setdefault((reduce_to_words(comment), id(row.table)), row)
        if {earlier.function.in_scope, row.function.in_scope} == {"yes", "no"} and not are_explained(
            earlier, row
        ):
            yield report(earlier, row)


def are_explained(earlier: Row, row: Row) -> bool:
    """Tell whether two rows have different leads, which explains their answers."""
    return bool(earlier.function.lead and row.function.lead and earlier.function.lead != row.function.lead)


def report(earlier: Row, row: Row) -> Problem:
    out, in_ = sorted((earlier, row), key=lambda one: one.is_in)
    decides = find_what_is_left(row.function)
    return Problem(
        row.at("in_scope"),
        f"{in_.known_in_brief} is in scope and {out.known_in_brief} is not, for the same comment.",
        "Say in each `comment` why it is in or out of scope, or give both the same `in_scope`.",
        (earlier.at("in_scope"), f"{'in' if earlier.is_in else 'out of'} scope here"),
        None if decides else Severity.ADVICE,
    )


RULE = Rule(
    summary="Functions with the same comment are both in scope, or both out",
    why="Where two functions are to work in the same way, an assessor asks why only one is asked for.",
    check=check,
    question="In scope or not?",
    severity=Severity.WARNING,
    finds=FindingKind.CONTRADICTION,
    certainty="seen",
    source="BaNES: dental reviews and the dispensing list have one comment, and opposite flags",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: yes, comment: We expect the Area Team to lead and to report to us.}
    - {function: Training, in_scope: no, comment: We expect the Area Team to lead and to report to us.}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: yes, comment: To be agreed with the area team.}
    - {function: Training, in_scope: no, comment: To be agreed with the area team.}
""",
)
