"""CCGs that are listed twice among the applicants."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.same_body import is_one_ccg
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import name_words
from eoi.submission.paths import is_given

HELP = "Delete one of the two, or correct its name or code."


def check(case: Case) -> Iterator[Problem]:
    applicants = enumerate(case.submission.applicants)
    known = [(index, applicant) for index, applicant in applicants if is_given(applicant.name)]
    seen: set[int] = set()
    for (first, earlier), (second, applicant) in combinations(known, 2):
        if second not in seen and (found := report_repeat(first, earlier, second, applicant)):
            seen.add(second)
            yield found


def report_repeat(first: int, earlier: Applicant, second: int, applicant: Applicant) -> Problem | None:
    """Report an applicant that is listed a second time. Return None if the two differ."""
    name: Path = ("applicants", second, "name")
    listed = (("applicants", first, "name"), "first listed here")
    if is_same_name(earlier, applicant):
        return Problem(name, f"{applicant.name} is listed twice among the applicants.", HELP, listed)
    if earlier.code and applicant.code and reduce_to_words(earlier.code) == reduce_to_words(applicant.code):
        message = f"{earlier.name} and {applicant.name} have the same code, {applicant.code}."
        given = (("applicants", first, "code"), "first given here")
        return Problem(("applicants", second, "code"), message, HELP, given)
    if is_one_ccg(earlier, applicant):
        return Problem(name, f"{applicant.name} and {earlier.name} are one CCG, listed twice.", HELP, listed)
    return None


def is_same_name(one: Applicant, other: Applicant) -> bool:
    """Tell whether two applicants have the same name, however it is written."""
    words = name_words(one.name)
    return bool(words) and words == name_words(other.name)


RULE = Rule(
    summary="No CCG is listed twice among the applicants",
    why="A CCG that is counted twice adds its population and its budget to the joint figures twice. "
    "An abbreviation, or another spelling of the name, is no other CCG.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself; joint proposals of several CCGs, such as South West London's (S37)",
    needs=("co_applicants[]",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
  - name: Somewhere Clinical Commissioning Group
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS South Somewhere CCG
""",
)
