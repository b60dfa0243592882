"""The figures and dates that a board looks for first, as far as the file states them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.document.content.totals import sum_of_applicants
from eoi.document.words.answers_in_sentences import countable
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.submission.applicant import Applicant
from eoi.submission.model import Submission
from eoi.submission.proposal import starts


class KeyFact(FrozenValue):
    """A fact with its label."""

    label: str
    value: str


def list_key_facts(submission: Submission) -> Sequence[KeyFact]:
    """List the stated facts. Their number is even, since they are shown in pairs.

    An odd last fact is dropped, since its section gives it as well.
    """
    found = [
        *list_facts_of_applicants(submission.applicants),
        *list_facts_of_money(submission),
        *list_facts_of_scope(submission),
        *find_start_of_work(submission),
    ]
    return found[: len(found) // 2 * 2]


def list_facts_of_applicants(applicants: Sequence[Applicant]) -> Iterator[KeyFact]:
    """Yield the totals of all CCGs. A total is left out if one CCG does not state its figure."""
    one = len(applicants) == 1
    for field, label in (
        ("population.resident", "Resident population"),
        ("population.registered", "Registered population"),
        ("budget", "CCG budget" if one else "CCG budgets"),
        ("practices", "Member practices"),
    ):
        if amount := sum_of_applicants(applicants, field):
            yield KeyFact(label, amount)
    clusters = applicants[0].clusters if one else None
    if clusters and clusters.count:
        groups = countable(clusters.name or "", clusters.count) or "groups"
        yield KeyFact(f"Practice {groups}", str(clusters.count))


def list_facts_of_money(submission: Submission) -> Iterator[KeyFact]:
    """Yield the primary care budget and the resources requested, if they are stated."""
    budget = submission.arrangement.budget if submission.arrangement else None
    if budget and budget.envelope:
        yield KeyFact("Primary care budget", str(budget.envelope))
    if submission.resources and submission.resources.total:
        yield KeyFact("Resources asked for", str(submission.resources.total))


def list_facts_of_scope(submission: Submission) -> Iterator[KeyFact]:
    """Yield how many functions are in scope, if every row says whether it is."""
    answers = [one.in_scope for one in submission.scope.every_function] if submission.scope else []
    whole, part = answers.count("yes"), answers.count("part")
    if answers and None not in answers:
        in_part = f", {part} of them in part" if part else ""
        yield KeyFact("Functions in scope", f"{whole + part} of {len(answers)}{in_part}")


def find_start_of_work(submission: Submission) -> Iterator[KeyFact]:
    """Yield the start, if the file gives one date for it."""
    dates = {when for _, when, _ in starts(submission)}
    if len(dates) == 1:
        yield KeyFact("Start", capital(dates.pop().within))
