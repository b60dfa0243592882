"""A five-year plan published after the submission that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dating import dated, is_before, submission


def check(case: Case) -> Iterator[Problem]:
    handed_in = submission(case)
    if handed_in is None:
        return
    for index, applicant in enumerate(case.submission.applicants):
        published = applicant.strategy.published if applicant.strategy else None
        if published and is_before(handed_in.when, published):
            yield Problem(
                ("applicants", index, "strategy", "published"),
                f"The five-year plan is published {dated(published)}, after {handed_in.words}.",
                help="Give the date of the version that the submission rests on, or say in `title` "
                "that it is a draft.",
                other=handed_in.other,
            )


RULE = Rule(
    summary="The five-year plan was published before the submission",
    why="Every proposal must sit inside the five-year plan, so an assessor wants to read the plan beside it.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="Lantum (S3) and One East Midlands (S4): proposals must be consistent with the five-year plan",
    fails="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, strategy: {title: Our plan, published: 2014-09}}
""",
    passes="""
submitted: 2014-06-20
applicants:
  - {name: NHS Somewhere CCG, strategy: {title: Our plan, published: 2014-06}}
""",
)
