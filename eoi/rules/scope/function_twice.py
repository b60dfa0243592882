"""Functions that have two rows."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.paths import is_given


def check(case: Case) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], Row] = {}
    for row in list_rows(case):
        earlier = [first.setdefault(name, row) for name in list_names(row)]
        again = next((one for one in earlier if one is not row), None)
        if again and not are_parts(again, row):
            yield report(again, row)


def list_names(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield the names of a row, its wording and its id, each with the group of contractors.

    The dental table may have the same functions as the medical one.
    """
    group = (row.table.contractor_group if row.table else None) or ""
    wording = row.function.function or ""
    if is_given(wording) and reduce_to_words(wording):
        yield group, "wording", reduce_to_words(wording)
    if row.function.id:
        yield group, "id", row.function.id


def are_parts(earlier: Row, row: Row) -> bool:
    """Tell whether both rows name parts of the function, and no part is in both."""
    parts = [
        {reduce_to_words(part) for part in one.function.sub_functions + one.function.details}
        for one in (earlier, row)
    ]
    return all(parts) and parts[0].isdisjoint(parts[1])


def report(earlier: Row, row: Row) -> Problem:
    if reduce_to_words(row.name) != reduce_to_words(earlier.name):
        return Problem(
            row.at("id"),
            f"{earlier.known_as} and {row.known_as} have the same id, `{row.function.id}`.",
            "Give each its own id. If they are parts of one function, name the parts in `sub_functions`.",
            (earlier.at("id"), "first given here"),
            Severity.ADVICE,
        )
    if {earlier.function.in_scope, row.function.in_scope} == {"yes", "no"}:
        said = "is in scope in one row and out of scope in another"
        severity = None
    else:
        said, severity = "is listed twice", Severity.WARNING
    return Problem(
        row.at("function" if row.function.function else "id"),
        f"{row.known_as} {said}.",
        "Keep one row. If each is about a part of the function, name the parts in `sub_functions`.",
        (earlier.at("function" if earlier.function.function else "id"), "first listed here"),
        severity,
    )


RULE = Rule(
    summary="Each function has one row",
    why="An assessor looks a function up in the table. Two rows can give two answers.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes}
    - {function: Rent reviews, in_scope: no}
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, sub_functions: [Leases of the NHS], in_scope: no}
    - {function: Rent reviews, sub_functions: [Other leases], in_scope: yes}
""",
)
