"""Population figures counted on a day after the submission."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, weigh_by


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    if limit is None:
        return
    for index, applicant in enumerate(case.submission.applicants):
        people = applicant.population
        # A projection alone is meant for a later day.
        counted = people.as_of if people and (people.resident or people.registered) else None
        if counted and is_before(limit.when, counted):
            yield Problem(
                ("applicants", index, "population", "as_of"),
                f"These people were counted {counted.dated}, after {limit.words}.",
                help="Give the date of the count, or write the figure as `projected`.",
                other=limit.other,
                severity=weigh_by(limit, case),
                several=Several(
                    f"The people of {{number}} CCGs were counted after {limit.words}: {{items}}.",
                    f"{applicant.known_as} ({counted})",
                ),
            )


RULE = Rule(
    summary="The population was counted before the submission",
    why="An assessor compares the figures with the published ones of the same date.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the dates in the file",
    needs=("applicants[].population.as_of",),
    fails="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 101000, as_of: 2015-03-31}}
""",
    passes="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 101000, as_of: 2014-03-31}}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
