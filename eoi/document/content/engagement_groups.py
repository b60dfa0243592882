"""The groups that were engaged, sorted for the paragraphs of the engagement section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from eoi.frozen_value import FrozenValue
from eoi.plain_words import simplify_words
from eoi.submission.approvals import is_board_of
from eoi.submission.assurance import Support
from eoi.submission.dates import DateRange
from eoi.submission.engagement import Ballot, Event, Stakeholder
from eoi.submission.model import Submission
from eoi.submission.quantities import Quantity

Row = tuple[str, Stakeholder]


class StakeholdersByContact(NamedTuple):
    """Stakeholders by how they were contacted, each with its path.

    They were asked, were asked together with members, answered unasked, are still to be asked, or were not
    asked.
    """

    asked: tuple[Row, ...]
    with_members: tuple[Row, ...]
    volunteered: tuple[Row, ...]
    to_ask: tuple[Row, ...]
    not_asked: tuple[Row, ...]


def group_stakeholders_by_contact(submission: Submission, written: date) -> StakeholdersByContact:
    """Sort the stakeholders by how they were engaged by the day of writing."""
    groups: dict[str, list[Row]] = {name: [] for name in StakeholdersByContact._fields}
    for index, row in enumerate(submission.engagement.stakeholders if submission.engagement else ()):
        groups[name_contact_group(row, written)].append((f"engagement.stakeholders[{index}]", row))
    return StakeholdersByContact(**{name: tuple(rows) for name, rows in groups.items()})


def name_contact_group(row: Stakeholder, written: date) -> str:
    """Name the group of `StakeholdersByContact` that a stakeholder belongs to."""
    if row.is_yet_to_be_asked and not row.has_answered:
        return "to_ask"
    if is_to_come(row.date, written) and not row.has_answered and not row.consulted:
        return "to_ask"
    if row.with_members:
        return "with_members"
    if row.consulted is not False:
        return "asked"
    return "volunteered" if row.has_answered else "not_asked"


def group_by_view(rows: Iterable[Row]) -> list[list[Row]]:
    """Group the stakeholders whose views have the same words, in the order of the file.

    Each stakeholder without a view is a group of its own.
    """
    groups: dict[tuple[str, ...], list[Row]] = {}
    for path, row in rows:
        groups.setdefault(("view", row.view) if row.view else ("none", path), []).append((path, row))
    return list(groups.values())


def list_views_of_others(submission: Submission) -> list[tuple[str, Support]]:
    """List what supporting bodies said, each with its path.

    A Board of the applicants that only has a date is no other body, and a view that a stakeholder gave too is
    told there.
    """
    alone = len(submission.applicants) == 1
    stakeholders = submission.engagement.stakeholders if submission.engagement else ()
    told = {say_what_a_body_said(one.name, one.view) for one in stakeholders if one.view}
    return [
        (f"support[{index}]", body)
        for index, body in enumerate(submission.support)
        if body.has_answered
        or (body.date and not any(is_board_of(body, applicant, alone) for applicant in submission.applicants))
        if not (body.says_only_its_view and say_what_a_body_said(body.body, body.view) in told)
    ]


def say_what_a_body_said(name: str | None, view: str | None) -> tuple[str, str]:
    """Return the words for a body and its view, without what makes no difference."""
    return simplify_words(name or ""), simplify_words(view or "")


class Events(NamedTuple):
    """The events of a group, each with its path: past and future."""

    held: tuple[tuple[str, Event], ...]
    to_come: tuple[tuple[str, Event], ...]


def split_events_by_time(events: Iterable[tuple[str, Event]], written: date) -> Events:
    """Separate the past events from the future ones by the day of writing."""
    rows = tuple(events)
    later = tuple((path, row) for path, row in rows if is_to_come(row.date, written))
    return Events(tuple(one for one in rows if one not in later), later)


def is_to_come(when: DateRange | None, written: date) -> bool:
    """Tell whether a date is after the day of writing; a missing date is not."""
    return when is not None and when.first > written


class Feedback(FrozenValue):
    """The groups that gave feedback, and whether anybody raised issues, was pleased or was concerned."""

    from_members: bool
    from_stakeholders: bool
    from_public: bool
    issues: bool
    positives: bool
    concerns: bool


def summarise_feedback(submission: Submission) -> Feedback:
    """Summarise the feedback that the table shows."""
    engagement = submission.engagement
    members, public = (engagement.members, engagement.public) if engagement else (None, None)
    stakeholders = engagement.stakeholders if engagement else ()
    issues = (
        members and members.issues,
        engagement and engagement.stakeholder_issues,
        public and public.issues,
    )
    positives = (
        members and members.positives,
        any(one.positives for one in stakeholders),
        public and public.positives,
    )
    concerns = (
        members and members.concerns,
        any(one.concerns for one in stakeholders),
        public and public.concerns,
    )
    by_group = zip(issues, positives, concerns, strict=True)
    from_members, from_stakeholders, from_public = (any(given) for given in by_group)
    return Feedback(from_members, from_stakeholders, from_public, any(issues), any(positives), any(concerns))


def says_number_of_practices(number: Quantity, lines: Iterable[str]) -> bool:
    """Tell whether a line already gives the number of practices: "All 216 practices"."""
    saying = re.compile(rf"(?<![\w,.]){re.escape(str(number))} (?:[\w-]{{1,20}} ){{0,3}}practices\b")
    return any(saying.search(line) for line in lines)


def list_votes_of_members(submission: Submission) -> list[tuple[str, Ballot]]:
    """Return every vote of members with its path. A single vote need not be in a list."""
    members = submission.engagement.members if submission.engagement else None
    if members is None:
        return []
    single = [("engagement.members.ballot", members.ballot)] if members.ballot else []
    return single + [
        (f"engagement.members.ballots[{index}]", ballot) for index, ballot in enumerate(members.ballots)
    ]


class VoteCounts(FrozenValue):
    """The numbers of votes without a result, of those not yet closed, of those won, and of ties."""

    without_result: int
    not_closed: int
    won: int
    tied: int


def count_votes(ballots: Iterable[Ballot], written: date) -> VoteCounts:
    """Count the votes by their outcome on the day of writing."""
    rows = tuple(ballots)
    open_ = [one for one in rows if not one.has_result]
    return VoteCounts(
        len(open_),
        sum(is_to_come(one.closed, written) for one in open_),
        sum(one.result == "won" for one in rows),
        sum(one.result == "tied" for one in rows),
    )


def find_shared_rule(ballots: Iterable[Ballot]) -> str:
    """Return the rule that all votes share, or an empty text.

    Rules that differ only in the CCG's name are shared, with "the CCG" in its place.
    """
    rows = tuple(ballots)
    rules = {call_the_ccg(one.rule or "", one.ccg or "") for one in rows}
    written = {one.rule for one in rows}
    same = written if len(written) == 1 else rules
    return (same.pop() or "") if len(same) == 1 else ""


def call_the_ccg(rule: str, name: str) -> str:
    """Replace the name of the CCG whose members vote by "the CCG"."""
    bare = re.sub(r"^(?:the|nhs) ", "", name.strip(), flags=re.IGNORECASE)
    if not bare:
        return rule
    return re.sub(rf"\b(?:the )?(?:nhs )?{re.escape(bare)}(?!\w)", "the CCG", rule, flags=re.IGNORECASE)
