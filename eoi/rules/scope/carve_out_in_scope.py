"""Carve-outs of work that the scope table takes on without that limit."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.functions.topics import find_topics, find_topics_of_row, says_nothing_else
from eoi.rules.shared.prose.words import find_subject, quote_part
from eoi.source.nodes import Path


def check(case: Case) -> Iterator[Problem]:
    for path, what in case.list_values("arrangement.carve_outs[].what"):
        for row in list_rows(case):
            if row.function.in_scope == "yes" and is_the_whole(what, row):
                yield Problem(
                    path,
                    f"{quote_part(what)} is to be left out, and is in scope as a whole in the table.",
                    help="Write `in_scope: part` in the table and say in `comment` which part stays where, "
                    "or take one of the two out.",
                    other=(row.at("in_scope"), "in scope here"),
                )
            elif row.is_in and (part := find_same_part(what, row)):
                yield Problem(
                    path,
                    f"{quote_part(what)} is to be left out, "
                    "and the table names it as a part that is in scope.",
                    help="Take it out of one of the two.",
                    other=(part, "in scope here"),
                )


def is_the_whole(what: str, row: Row) -> bool:
    """Tell whether a carve-out is all of a row: in the same words, or because both are one function."""
    about = find_subject(what)
    if len(about) > 1 and about == find_subject(row.name):
        return True
    whole = row.function.id is not None or says_nothing_else(row.name)
    return whole and says_nothing_else(what) and find_topics(what) == find_topics_of_row(row)


def find_same_part(what: str, row: Row) -> Path | None:
    """Return the path of a part of a row that is the carve-out, or None."""
    for field in ("sub_functions", "details"):
        for index, part in enumerate(getattr(row.function, field)):
            about = find_subject(part)
            if about == find_subject(what) and len(about) > 1:
                return (*row.at(field), index)
    return None


RULE = Rule(
    summary="What is carved out is not in scope as a whole",
    why="An assessor reads the table and the carve-outs together. A function that is in both has two owners.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.carve_outs[].what",),
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
