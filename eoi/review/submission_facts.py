"""The facts that a review takes from a submission: figures, ballots, views, posts, gaps, points set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from eoi.checklist import Item, Status
from eoi.examined import ExaminedSubmission
from eoi.plain_words import capital, simplify_words
from eoi.review.named_ccgs import choose_people, take_amount
from eoi.rounds.model import Round
from eoi.submission.dates import DateRange
from eoi.submission.engagement import Ballot
from eoi.submission.model import Submission
from eoi.submission.proposal import starts
from eoi.submission.resources import Post
from eoi.submission.sums import add

RESULTS = {"won": "in favour", "lost": "against", "tied": "tied"}


@dataclass(frozen=True, slots=True)
class SubmissionFigures:
    """The figures of a submission: people, pounds and whole-time equivalents, or None if not stated."""

    people: Decimal | None = None
    budget: Decimal | None = None
    running_costs: Decimal | None = None
    envelope: Decimal | None = None
    asked_for: Decimal | None = None
    wte: Decimal | None = None

    @property
    def budget_per_head(self) -> Decimal | None:
        return divide(self.budget, self.people)

    @property
    def asked_per_head(self) -> Decimal | None:
        return divide(self.asked_for, self.people)

    @property
    def share_of_running_costs(self) -> Decimal | None:
        """Return the money asked for as a percentage of the running costs, or None if unknown."""
        share = divide(self.asked_for, self.running_costs)
        return share * 100 if share is not None else None


def take_figures(submission: Submission) -> SubmissionFigures:
    """Return the sums of the applicants' figures, the primary care budget, and what the posts take.

    A sum is None if one of the applicants or posts does not state its part.
    """
    applicants, resources = submission.applicants, submission.resources
    budget = submission.arrangement.budget if submission.arrangement else None
    return SubmissionFigures(
        add(choose_people(one) for one in applicants),
        add(one.budget for one in applicants),
        add(one.running_costs for one in applicants),
        take_amount(budget.envelope if budget else None),
        take_amount(resources.total if resources else None),
        add(post.wte for post in list_posts(submission)),
    )


def divide(amount: Decimal | None, by: Decimal | None) -> Decimal | None:
    """Return one figure divided by another, or None if one is missing or the divisor is 0."""
    return amount / by if amount is not None and by else None


def count_days_late(submitted: DateRange | None, closes: DateRange | None) -> int:
    """Count the days from the deadline to the submission, or 0 if one is unknown.

    The submission is on the first day that its date can mean.
    """
    return max(0, (submitted.first - closes.last).days) if submitted and closes else 0


def may_be_late(submitted: DateRange | None, closes: DateRange | None) -> bool:
    """Tell whether a date such as June 2014 leaves open on which side of the deadline it is."""
    return bool(submitted and closes) and submitted.first <= closes.last < submitted.last  # type: ignore[union-attr]


def list_scope_answers(submission: Submission, round_: Round) -> Iterator[tuple[str, str]]:
    """Yield the id of each function that the submission names, or else its words, and its answer.

    The words of the catalogue mean its function also without the id.
    """
    functions = submission.scope.every_function if submission.scope else ()
    known = {simplify_function(name): id_ for id_, name in round_.function_names.items()}
    for one in functions:
        words = one.function or ""
        if one.in_scope and (name := one.id or known.get(simplify_function(words), words)):
            yield name, one.in_scope


def simplify_function(words: str) -> str:
    """Return the name of a function without what makes no difference, such as `&` in place of "and"."""
    return simplify_words(words.replace("&", " and "))


def list_ballots_of_members(submission: Submission) -> tuple[Ballot, ...]:
    """Return the ballots of the members, or an empty tuple if there are none."""
    members = submission.engagement.members if submission.engagement else None
    return members.votes if members else ()


def say_vote_outcome(ballot: Ballot) -> str:
    """Return the outcome of a vote in words."""
    return ballot.outcome or RESULTS.get(ballot.result or "", "no result yet")


def list_views(submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the name and the view of each stakeholder and of each supporting body."""
    engagement = submission.engagement
    for one in engagement.stakeholders if engagement else ():
        yield one.name or "", one.view or ""
    for body in submission.support:
        yield body.body or "", body.view or ""


def list_posts(submission: Submission) -> Sequence[Post]:
    """Return the posts that are asked for, without sums unless there are only sums."""
    resources = submission.resources
    return (resources.real_posts or resources.posts) if resources else ()


def describe_post(post: Post) -> str:
    """Return the role of a post with its time and cost, which tell posts of the same role apart."""
    time, cost = take_amount(post.wte), take_amount(post.cost)
    assert time is not None, "only posts with a time are told apart"
    return f"{post.role}, {time.normalize():f} WTE, £{cost:,.0f}"


class PointSetAside(NamedTuple):
    """A missing answer or a finding, the reason for setting it aside, the rule, and a path of the file."""

    says: str
    reason: str
    rule: str
    path: str


def list_set_aside(examined: ExaminedSubmission) -> Iterator[PointSetAside]:
    """Yield each answer left out with a reason, followed by each finding that a comment sets aside."""
    seen: set[tuple[str, str]] = set()
    for gap in examined.checklist.gaps:
        asks = gap.requirement.asks
        if gap.waived and (asks, gap.waived) not in seen:
            seen.add((asks, gap.waived))
            yield PointSetAside(f"Left out: {asks}.", gap.waived, gap.requirement.rule, gap.spot.path)
    gaps = {(gap.requirement.rule, gap.spot.path) for gap in examined.checklist.gaps if gap.waived}
    for one in examined.set_aside:
        found = one.finding
        if (found.rule, found.path) not in gaps:
            yield PointSetAside(capital(found.message), one.reason, found.rule, found.path)


def count_gaps(examined: ExaminedSubmission) -> Iterator[tuple[str, int]]:
    """Yield each section of the round with the number of answers to complete in it, waived or not."""
    items = examined.checklist.items
    for section in examined.round.sections:
        gaps = (gap for item in items if item.section == section.label for gap in item.gaps)
        yield section.id, sum(gap.is_to_complete for gap in gaps)


def list_asked_items(examined: ExaminedSubmission) -> list[Item]:
    """Return the items of the checklist that bind the submission and that a public source knows."""
    return [
        item
        for item in examined.checklist.items
        if item.status is not Status.NOT_APPLICABLE and item.requirement.is_known_to_be_asked
    ]


def find_first_start(submission: Submission) -> DateRange | None:
    """Return the earliest day on which the form of the submission begins, or None if none is stated."""
    begins = (when for _, when, form in starts(submission) if form == submission.form)
    return min(begins, key=lambda when: when.first, default=None)
