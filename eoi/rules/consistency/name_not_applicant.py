"""CCGs that sign, lead or keep decisions, although they do not apply."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.ccg_names import list_name_words, names_another

PLACES = {
    "signatories[].organisation": "signs",
    "governance.reserved_decisions[].body": "keeps a decision",
    "partnership.lead": "leads the work",
}


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    names = [name for applicant in applicants for name in list_name_words(applicant)]
    for pattern, does in PLACES.items():
        for path, text in case.list_values(pattern):
            if names_another(text, names):
                yield Problem(
                    path,
                    f"{text} {does}, but no applicant has that name.",
                    "Write the name as it stands in `applicants`, or add the CCG there if it applies too.",
                    (("applicants", 0, "name"), "the applicants" if len(applicants) > 1 else "the applicant"),
                )


RULE = Rule(
    summary="A CCG that signs, leads the work or keeps a decision is an applicant",
    why="A name that comes up only there is a slip, or a CCG that was forgotten.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("signatories[].organisation", "governance.reserved_decisions[].body", "partnership.lead"),
    fails="""
signatories:
  - {role: Accountable officer, organisation: NHS Elsewhere CCG}
""",
    passes="""
signatories:
  - {role: Accountable officer, organisation: Somewhere Clinical Commissioning Group}
  - {role: Area Director, organisation: NHS England}
""",
)
