"""Applicants for whom nobody signs, although somebody signs for the others."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.approvals import signs_for_several
from eoi.submission.ccg_names import list_name_words, may_mean, name_words
from eoi.submission.paths import is_given


def check(case: Case) -> Iterator[Problem]:
    organisations = [signatory.organisation or "" for signatory in case.submission.signatories]
    if any(not is_given(name) or not name or signs_for_several(name) for name in organisations):
        return
    applicants, words = case.submission.applicants, [name_words(name) for name in organisations]
    names = [list_name_words(applicant) for applicant in applicants]
    signed = [index for index, own in enumerate(names) if any(may_mean(own, one) for one in words)]
    first = applicants[signed[0]].name if signed else ""
    for index, applicant in enumerate(applicants):
        if signed and index not in signed:
            yield Problem(
                ("applicants", index, "name"),
                f"Nobody signs for {applicant.name}, while somebody signs for {first}.",
                "Add a person with this `organisation` to `signatories`. If one person signs for several "
                "CCGs, name them all in `organisation`.",
                (("signatories",), "those who sign"),
                several=Several(
                    f"Nobody signs for {{number}} CCGs ({{items}}), while somebody signs for {first}.",
                    applicant.known_as,
                ),
            )


RULE = Rule(
    summary="Where some applicants have a signatory, each has one",
    why="A joint proposal commits every CCG that is named in it. One whose signature is missing may not "
    "have agreed.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="the CCG's officers sign (S64), and groups of CCGs could apply (S1; S2)",
    needs=("signatories[]",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
signatories:
  - {role: Accountable officer, organisation: NHS Somewhere CCG}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
signatories:
  - {role: Accountable officer, organisation: NHS Somewhere CCG and NHS Elsewhere CCG}
""",
)
