"""The facts about a submission that a review keeps."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from eoi.checklist import Status
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.review.answers import Answer, list_answers
from eoi.review.field_words import say_fields
from eoi.review.named_ccgs import (
    CcgFigures,
    NamedCcg,
    find_names_read,
    find_neighbours,
    make_ccg_figures,
    name_applicant,
)
from eoi.review.outcome import OpenPoint, Outcome, StatedDecision, judge_outcome, take_decision
from eoi.review.sentences import number_sentences
from eoi.review.submission_facts import (
    PointSetAside,
    SubmissionFigures,
    count_days_late,
    count_gaps,
    describe_post,
    find_first_start,
    list_asked_items,
    list_ballots_of_members,
    list_posts,
    list_scope_answers,
    list_set_aside,
    list_views,
    may_be_late,
    say_vote_outcome,
    take_figures,
)
from eoi.submission.dates import DateRange


@dataclass(frozen=True, slots=True)
class ReviewedSubmission:
    """A submission of a round.

    `scope` has `yes`, `no` or `part` for functions of the catalogue. `asked` and `answered` count the
    requirements that bind it and that a public source knows. `late_by` is the number of days after the
    deadline. `findings` holds rules, severities and paths. `neighbours` has the codes of other CCGs that its
    answers name, and `sentences` the numbers of its long sentences. `by_ccg` has the figures of each of
    `ccgs`.
    """

    file: str
    digest: str
    round: str
    form: str
    fallback: str
    status: str
    ccgs: tuple[NamedCcg, ...]
    figures: SubmissionFigures
    submitted: DateRange | None
    late_by: int
    start: DateRange | None
    scope: tuple[tuple[str, str], ...]
    ballots: tuple[str, ...]
    views: tuple[tuple[str, str], ...]
    chairs: tuple[str, ...]
    signatories: tuple[str, ...]
    posts: tuple[str, ...]
    asked: int
    answered: int
    gaps: tuple[tuple[str, int], ...]
    findings: tuple[tuple[str, Severity, str], ...]
    set_aside: tuple[PointSetAside, ...]
    answers: Collection[Answer]
    outcome: Outcome
    neighbours: tuple[str, ...]
    sentences: array[int]
    partnership: str = ""
    by_ccg: tuple[CcgFigures, ...] = ()
    decision: StatedDecision | None = None
    may_be_late: bool = False
    unread: tuple[tuple[int, str], ...] = ()
    has_namesake: bool = False

    @property
    def label(self) -> str:
        """Return the name, with the file if another submission has the same name."""
        return f"{self.name} ({self.file})" if self.has_namesake else self.name

    @property
    def applying(self) -> frozenset[str]:
        """Return the keys of the CCGs that apply."""
        return frozenset(ccg.key for ccg in self.ccgs)

    @property
    def name(self) -> str:
        """Return the name of the CCG or of the partnership, or else of the first CCG with how many others."""
        if self.partnership:
            return self.partnership
        first, *others = (ccg.name for ccg in self.ccgs)
        return f"{first} and {len(others)} {'other' if len(others) == 1 else 'others'}" if others else first

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(weight is severity for _, weight, _ in self.findings)

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is left to complete. Nobody completes what was withdrawn or declined."""
        return not self.outcome.ended and not any(number for _, number in self.gaps)

    @property
    def area_teams(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ccg.area_team for ccg in self.ccgs if ccg.area_team))

    @property
    def share_answered(self) -> Decimal | None:
        """Return the percentage of the requirements that are answered, or None if nothing is asked."""
        return Decimal(100 * self.answered) / self.asked if self.asked and not self.outcome.ended else None


@dataclass(frozen=True, slots=True)
class UnreviewedFile:
    """A file that is no submission, with the first reason, and the names of CCGs in what can be read."""

    file: str
    line: int
    reason: str
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the file with the names in it."""
        return f"{self.file} ({join_items(self.names)})" if self.names else self.file


def review_submission(
    examined: ExaminedSubmission | UnreadableFile, file: str, for_letter: bool = True
) -> ReviewedSubmission | UnreviewedFile:
    """Return the facts about an examined file, or why it is no submission.

    A letter needs its open points too.
    """
    if isinstance(examined, UnreadableFile):
        first = examined.findings[0]
        return UnreviewedFile(file, first.span.start.line, first.message, tuple(find_names_read(examined)))
    submission, items = examined.submission, list_asked_items(examined)
    arrangement = submission.arrangement
    closes = examined.round.closes(submission.form)
    answers = tuple(list_answers(examined))
    ccgs = tuple(name_applicant(applicant) for applicant in submission.applicants)
    return ReviewedSubmission(
        file=file,
        digest=examined.source.digest,
        round=submission.round,
        form=submission.form,
        fallback=(arrangement.fallback or "") if arrangement else "",
        status=submission.status,
        ccgs=ccgs,
        figures=take_figures(submission),
        submitted=submission.submitted,
        late_by=count_days_late(submission.submitted, closes),
        start=find_first_start(submission),
        scope=tuple(list_scope_answers(submission, examined.round)),
        ballots=tuple(say_vote_outcome(ballot) for ballot in list_ballots_of_members(submission)),
        views=tuple(list_views(submission)),
        chairs=tuple(group.chair for group in submission.groups if group.chair),
        signatories=tuple(one.name for one in submission.signatories if one.name),
        posts=tuple(
            describe_post(post) for post in list_posts(submission) if post.role and post.wte and post.cost
        ),
        asked=len(items),
        answered=sum(item.status is Status.MET for item in items),
        gaps=tuple(count_gaps(examined)),
        findings=tuple((one.rule, one.severity, one.path) for one in examined.other_findings),
        set_aside=tuple(list_set_aside(examined)),
        answers=answers,
        outcome=judge_outcome(examined, for_letter),
        neighbours=tuple(find_neighbours(answers, ccgs)),
        sentences=array("Q", number_sentences(answers)),
        partnership=(submission.partnership.name or "") if submission.partnership and len(ccgs) > 1 else "",
        by_ccg=tuple(map(make_ccg_figures, submission.applicants)),
        decision=take_decision(submission.decision),
        may_be_late=may_be_late(submission.submitted, closes),
    )


def add_unread(
    one: ReviewedSubmission | UnreviewedFile, found: UnreadableFile
) -> ReviewedSubmission | UnreviewedFile:
    """Return a submission with the errors of its file, whose values it lacks."""
    if isinstance(one, UnreviewedFile):
        return one
    errors = [finding for finding in found.findings if finding.severity is Severity.ERROR]
    points = tuple(OpenPoint("", error.message, error.path, True, error.rule) for error in errors)
    outcome = one.outcome._replace(open_points=(*one.outcome.open_points, *points))
    return replace(
        one,
        unread=tuple((error.span.start.line, say_fields(error.message)) for error in errors),
        findings=(*one.findings, *((error.rule, error.severity, error.path) for error in errors)),
        outcome=outcome,
    )
