"""Short names that belong to another CCG."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.reference.names import find_ccg_with_name
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import name_words


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    for index, applicant in enumerate(applicants):
        short = applicant.short_name
        if not short or name_words(short) & name_words(applicant.name):
            continue
        if other := find_other_ccg(short, applicant, applicants):
            yield Problem(
                ("applicants", index, "short_name"),
                f"The short name {short} is that of {other}, and not of {applicant.name}.",
                help="Write the short name of this CCG: the text uses it wherever the CCG is meant.",
                other=(("applicants", index, "name"), "its name"),
            )


def find_other_ccg(short: str, own: Applicant, applicants: tuple[Applicant, ...]) -> str | None:
    """Return the name of another applicant or published CCG with this short name, or None."""
    words = name_words(short)
    for applicant in applicants:
        if applicant is not own and words and words <= name_words(applicant.name):
            return applicant.name
    published = find_ccg_with_name(short)
    return published.name if published and published != find_ccg_with_name(own.name) else None


RULE = Rule(
    summary="A CCG's short name is its own",
    why="The document uses the short name in every sentence. One that was copied with another CCG's entry "
    "makes all of them wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself, and the published list of CCGs, October 2014",
    fails="""
applicants:
  - {name: NHS Kingston CCG, short_name: Sutton CCG}
""",
    passes="""
applicants:
  - {name: NHS Kingston CCG, short_name: Kingston CCG}
  - {name: NHS Bath and North East Somerset CCG, short_name: BaNES CCG}
""",
)
