"""A boundary shared with a council, in the file and in the published list."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import find_naming_field, list_comparable


def check(case: Case) -> Iterator[Problem]:
    for index, applicant, ccg in list_comparable(case):
        if applicant.coterminous is not None and ccg.coterminous not in (None, applicant.coterminous):
            same = "the same as its council's" if ccg.coterminous else "not the same as a council's"
            yield Problem(
                ("applicants", index, "coterminous"),
                f"By the list of {ccg.month}, the boundary of {ccg.name} is {same}.",
                help="Check the boundary; the list is a first answer, and the CCG knows better.",
                other=find_naming_field(index, applicant, ccg),
                several=Several(
                    f"By the list of {ccg.month}, the boundaries of {{number}} CCGs are {same}: {{items}}.",
                    str(applicant.known_as or ccg.name),
                    "Check the boundaries; the list is a first answer, and the CCGs know better.",
                ),
            )


RULE = Rule(
    summary="The boundary is the council's where the list says so",
    why="A shared boundary is an argument for working with the council, and readers can check it on a map.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="the list of CCGs of October 2014, whose boundaries are a first answer to be confirmed",
    fails="""
applicants:
  - {name: NHS Bath and North East Somerset CCG, code: 11E, coterminous: no}
""",
    passes="""
applicants:
  - {name: NHS Bath and North East Somerset CCG, code: 11E, coterminous: yes}
""",
)
