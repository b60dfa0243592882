"""The dated entries of a submission that its timeline shows, and the deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from eoi.document.words.wording import in_words, within
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.submission.dates import DateRange
from eoi.submission.engagement import Ballot
from eoi.submission.model import Submission
from eoi.submission.proposal import Milestone, starts

Kind = Literal["milestone", "start", "engagement", "deadline"]


class DatedEntry(FrozenValue):
    """An entry of the timeline.

    `of` tells whose milestone or engagement it is; it is empty for the file's own.
    """

    kind: Kind
    of: str
    name: str
    when: DateRange


def list_own_entries(submission: Submission, round_: Round) -> list[DatedEntry]:
    """List the milestones, phases and engagement after the day when the submission is sent."""
    sent = find_day_sent(submission, round_)
    own = [*list_milestone_entries(submission, round_), *list_engagement_entries(submission)]
    return [one for one in own if ends_after(one, sent)]


def find_day_sent(submission: Submission, round_: Round) -> DateRange | None:
    """Return when the submission is sent: as the file says, or else at the deadline.

    It is None if neither is known.
    """
    return submission.submitted or round_.closes(submission.form)


def ends_after(entry: DatedEntry, sent: DateRange | None) -> bool:
    """Tell whether an entry ends after the submission is sent."""
    return sent is None or entry.when.last > sent.last


def list_milestone_entries(submission: Submission, round_: Round) -> Iterator[DatedEntry]:
    """Yield the milestones with dates, and the phases.

    If no milestone is the start of co-commissioning, phases can be.
    """
    begins = {path: when for path, when, _ in starts(submission)}
    rows = submission.timescales
    starting = {n for n in range(len(rows)) if ("timescales", n, "date") in begins}
    for n, row in enumerate(rows):
        if row.date:
            kind: Kind = "start" if n in starting else "milestone"
            yield DatedEntry(kind, "", row.milestone or "An unnamed milestone", row.date)
    for n, phase in enumerate(submission.phases):
        name = phase.name or (round_.forms[phase.form].name if phase.form else "A phase")
        if phase.start and not any(tells_of(row, name, phase.start) for row in rows):
            begun = not starting and ("arrangement", "phases", n, "start") in begins
            yield DatedEntry("start" if begun else "milestone", "Phase", f"{name} starts", phase.start)


def tells_of(row: Milestone, phase: str, start: DateRange) -> bool:
    """Tell whether a milestone is the start of a phase in other words."""
    same_time = row.date is not None and row.date.first <= start.last and start.first <= row.date.last
    return same_time and phase.casefold() in (row.milestone or "").casefold()


def list_engagement_entries(submission: Submission) -> Iterator[DatedEntry]:
    """Yield the dated events, votes and meetings of the engagement."""
    engagement = submission.engagement
    for event in engagement.members.events if engagement and engagement.members else ():
        if event.date:
            yield DatedEntry(
                "engagement", "Engagement with members", event.event or "Event for members", event.date
            )
    if engagement and engagement.members:
        yield from list_vote_entries(engagement.members.votes)
    for row in engagement.stakeholders if engagement else ():
        if row.date and row.consulted is not False:
            what = "Views of" if row.has_answered else "Consultation of"
            name = f"{what} {within(row.name or 'a stakeholder')}"
            yield DatedEntry("engagement", "Engagement with stakeholders", name, row.date)
    for event in engagement.nhs_england if engagement else ():
        if event.date:
            name = event.event or "Contact with NHS England"
            yield DatedEntry("engagement", "Engagement with NHS England", name, event.date)


def list_vote_entries(ballots: tuple[Ballot, ...]) -> Iterator[DatedEntry]:
    """Yield when voting closes, and when missing results are due. Votes of one day have one entry."""
    for day, same in group_by_day(ballots, lambda ballot: ballot.closed):
        several = f"{capital(in_words(len(same), 'vote'))} of members close"
        name = f"Vote of {name_voters(same[0])} closes" if len(same) == 1 else several
        yield DatedEntry("engagement", "Engagement with members", name, day)
    awaited = tuple(ballot for ballot in ballots if not ballot.has_result and not ballot.result_date)
    for day, same in group_by_day(awaited, lambda ballot: ballot.result_due):
        one = f"Result of the vote of {name_voters(same[0])} due"
        name = one if len(same) == 1 else f"Results of {in_words(len(same), 'vote')} of members due"
        yield DatedEntry("engagement", "Engagement with members", name, day)


def name_voters(ballot: Ballot) -> str:
    """Name the voters, with their CCG if there are several CCGs."""
    return f"{ballot.voters} of {ballot.ccg}" if ballot.ccg else ballot.voters


def group_by_day(
    ballots: tuple[Ballot, ...], date_of: Callable[[Ballot], DateRange | None]
) -> Iterator[tuple[DateRange, list[Ballot]]]:
    """Yield each day with the ballots of that day."""
    days: dict[DateRange, list[Ballot]] = {}
    for ballot in ballots:
        if day := date_of(ballot):
            days.setdefault(day, []).append(ballot)
    yield from days.items()


def find_deadline_entry(submission: Submission, round_: Round) -> Iterator[DatedEntry]:
    """Yield the deadline of the round for the form, if it is known."""
    if closing := round_.closes(submission.form):
        yield DatedEntry("deadline", "The round", "Submissions close", closing)
