"""Functions out of scope that the applicants would lead."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.functions.topics import find_topics_of_row

# CCGs have commissioned these since 2013.
OURS_ALREADY = frozenset(["ooh"])
ALREADY = WordList(
    "already|now|today|current*|present|existing|continu*|remain*|stay*|since|our own|statutory|responsib*|"
    "outside|elsewhere|separate*|not part"
)


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        function = row.function
        if function.in_scope != "no" or function.led_by != "ccg":
            continue
        told = " ".join(filter(None, (function.comment, *function.details)))
        if ALREADY.is_in(told) or function.id in OURS_ALREADY or find_topics_of_row(row) & OURS_ALREADY:
            continue
        yield Problem(
            row.at("in_scope"),
            f"{row.known_as} is out of scope, but {case.the_ccg} would lead it.",
            f"Correct one of the two. If {case.the_ccg} does it already, say so in `comment`.",
            (row.at("lead"), "leads it"),
        )


RULE = Rule(
    summary="The applicants lead on no function that is out of scope",
    why="An assessor reads who would answer for each function. A function that is left with NHS England and "
    "led by the applicants has two answers.",
    check=check,
    question="In scope or not?",
    severity=Severity.ADVICE,
    finds=FindingKind.CONTRADICTION,
    certainty="inferred",
    source="the file itself",
    needs=("scope.functions[].lead", "scope.tables[].functions[].lead"),
    forms=("joint", "delegated"),
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no, lead: ccg}
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no, lead: nhse}
    - {function: Out-of-hours services, in_scope: no, lead: ccg}
    - {function: Training, in_scope: no, lead: ccg, comment: The CCG does this already.}
""",
)
