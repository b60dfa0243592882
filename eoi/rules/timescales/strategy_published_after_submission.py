"""Five-year plans published after the submission that refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from eoi.expressions import WordList
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before
from eoi.submission.days import DateRange

A_YEAR = timedelta(366)
# A plan that is called a draft can be published later.
DRAFT = WordList("draft|emerging|refresh*|to be published")


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    if limit is None:
        return
    for index, applicant in enumerate(case.submission.applicants):
        strategy = applicant.strategy
        published = strategy.published if strategy else None
        if (
            strategy
            and published
            and is_before(limit.when, published)
            and not DRAFT.is_in(strategy.title or "")
        ):
            yield Problem(
                ("applicants", index, "strategy", "published"),
                f"The five-year plan is published {published.dated}, after {limit.words}.",
                help="Give the date of the version that the submission rests on, or say in `title` "
                "that it is a draft.",
                other=limit.other,
                severity=None if is_a_year_later(published, limit.when) else Severity.ADVICE,
                several=Several(
                    f"The five-year plans of {{number}} CCGs are published after {limit.words}: {{items}}.",
                    f"{applicant.known_as} ({published})",
                ),
            )


def is_a_year_later(published: DateRange, limit: DateRange) -> bool:
    """Tell whether a plan was published more than a year after the submission.

    Some months later is possible.
    """
    return published.first - limit.last > A_YEAR


RULE = Rule(
    summary="The five-year plan was published before the submission",
    why="Every proposal must sit inside the five-year plan, so an assessor wants to read the plan beside it. "
    "Where `submitted` is empty, the round's deadline is the day. A title with the word 'draft' passes.",
    check=check,
    severity=Severity.WARNING,
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
    unless=("submitted-before-invitation", "submitted-too-early"),
)
