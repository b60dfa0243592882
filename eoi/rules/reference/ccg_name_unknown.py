"""Names of CCGs that are not in the published list, without a code to identify them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reference.names import find_ccg_with_name, find_nearest_name
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import is_of_its_time


def check(case: Case) -> Iterator[Problem]:
    if not is_of_its_time(case.round):
        return
    for index, applicant in enumerate(case.submission.applicants):
        if applicant.code or find_ccg_with_name(applicant.name):
            continue
        if near := find_nearest_name(applicant.name):
            yield Problem(
                ("applicants", index, "name"),
                f"The list of {near.month} has no {applicant.name}.",
                help=f"If {near.name} is meant, write that; its code is {near.code}.",
            )


RULE = Rule(
    summary="Each CCG's name is spelt as in the published list",
    why="A slip in the name stands on the cover and in every sentence.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="the published list of CCGs, October 2014",
    fails="""
applicants:
  - name: NHS Bromly CCG
""",
    passes="""
applicants:
  - name: NHS Bromley CCG
  - name: NHS Somewhere Else Altogether CCG
""",
)
