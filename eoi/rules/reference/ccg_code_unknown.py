"""A CCG's code against the published list."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reference import Ccg, find_ccg_with_code, load_ccgs
from eoi.reference.names import find_ccg_with_name, find_mistyped_code, find_nearest_name
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.published import is_of_its_time
from eoi.submission.applicant import Applicant
from eoi.submission.paths import is_given


def check(case: Case) -> Iterator[Problem]:
    for index, applicant in enumerate(case.submission.applicants):
        code = applicant.code
        if code and is_given(code) and find_ccg_with_code(code) is None:
            current = is_of_its_time(case.round)
            yield Problem(
                ("applicants", index, "code"),
                f"No CCG has the code {code} in the list of {next(iter(load_ccgs().values())).month}.",
                help=suggest_ccg(find_meant_ccg(applicant, code))
                if current
                else "CCGs have merged since, and new ones have new codes. Check the code.",
                severity=None if current else Severity.ADVICE,
            )


def find_meant_ccg(applicant: Applicant, code: str) -> Ccg | None:
    """Return the CCG that a wrong code may be for, by its name first, or None.

    Most codes differ from others by one character only, so the name tells more.
    """
    return find_ccg_with_name(applicant.name) or find_mistyped_code(code) or find_nearest_name(applicant.name)


def suggest_ccg(ccg: Ccg | None) -> str:
    """Return advice on which code to write."""
    if ccg is None:
        return "Write the CCG's three-character code, such as 11E, or leave `code` empty."
    return f"Write `{ccg.code}` if {ccg.name} is meant."


# A warning although the list is published: no invitation asked for the code, and a slip in our copy of the
# list must not stop a board's final document.
RULE = Rule(
    summary="Each CCG's code is in the published list",
    why="The code ties a submission to the published figures about its CCG. A mistyped code leads to "
    "no figures, or to those of another CCG. The list is of October 2014; for rounds that closed after March "
    "2015, when CCGs began to merge, it can only advise.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="the published list of CCGs, October 2014",
    fails="""
applicants:
  - name: NHS Bromley CCG
    code: O7Q
""",
    passes="""
applicants:
  - name: NHS Bromley CCG
    code: 07Q
""",
)
