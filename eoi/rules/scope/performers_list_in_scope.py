"""Work on the performance of individual GPs in scope, which no CCG can take on."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, is_performers_list, is_performers_work, list_rows
from eoi.rules.shared.prose.words import quote_part

HELP = "Write `in_scope: no`. What you want to be told of can be said in `comment`."


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        if row.is_in and is_performers_list(row):
            partly = row.function.in_scope == "part"
            yield Problem(
                row.at("in_scope"),
                f"{row.known_as} is {'partly ' if partly else ''}in scope. The performance of individual "
                "GPs, with their appraisal and revalidation, stays with NHS England.",
                HELP,
                severity=Severity.WARNING if partly else None,
            )
        elif row.is_in:
            yield from judge_parts(row)


def judge_parts(row: Row) -> Iterator[Problem]:
    """Report a row in scope that lists work on the performance of GPs among its parts."""
    for field in ("sub_functions", "details"):
        for index, text in enumerate(getattr(row.function, field)):
            if is_performers_work(text):
                yield Problem(
                    (*row.at(field), index),
                    f"{quote_part(text)} is listed under a function in scope. It stays with NHS England.",
                    "Take it out of this row, and give it a row of its own with `in_scope: no`.",
                    (row.at("in_scope"), "in scope"),
                    Severity.WARNING,
                )


RULE = Rule(
    summary="The performers list, appraisal and revalidation are out of scope",
    why="NHS England keeps the performance management of individual GPs in every form of co-commissioning. "
    "GPs and their committees watch for it, too.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="the invitation of May 2014 left out registration, revalidation and appraisal (S1); terms of "
    "reference of joint and delegated committees exclude individual performance (S44)",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Performers list and appraisal, id: performers_list, in_scope: yes}
""",
    passes="""
scope:
  functions:
    - {function: Performers list and appraisal, id: performers_list, in_scope: no,
       comment: We would like to be told of concerns about our practices.}
    - {function: Monitoring the performance of practices, in_scope: yes}
""",
)
