"""Engagement and support that the document reports, dated after the day on which it was handed in."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, is_over, weigh_by
from eoi.source.nodes import Path
from eoi.submission.dates import DateRange
from eoi.submission.paths import find_item, label_item

PLACES = (
    "engagement.members.events[].date",
    "engagement.nhs_england[].date",
    "governance.conflicts_of_interest.cases[].date",
)


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    if limit is None or is_over(case):
        return
    for path, when in list_reported_dates(case):
        if is_before(limit.when, when):
            yield Problem(
                path,
                f"This is dated {when.within}, after {limit.words}.",
                help="Correct one of the two dates, or describe what is still to come in `planned`, "
                "`stakeholders_planned` or `nhs_england_notes`.",
                other=limit.other,
                severity=weigh_by(limit, case),
                several=Several(
                    f"{{number}} dates of engagement and support are after {limit.words}: {{items}}.",
                    f"{name_engagement(path, case)} ({when})",
                    key=f"after {limit.words}",
                ),
            )


def name_engagement(path: Path, case: Case) -> str:
    """Return the name of an engagement for readers: a meeting, a body, a decided case, or "a vote"."""
    item = find_item(case.submission, path)
    if path[-1] != "date":
        return "a vote"
    names = (getattr(item, name, None) for name in ("event", "body", "case"))
    return str(next(filter(None, names), "") or label_item(item) or "without a name")


def list_reported_dates(case: Case) -> Iterator[tuple[Path, DateRange]]:
    """Yield the dates of past events.

    A vote or a body without a result is left out, since it may be still to come.
    """
    for pattern in PLACES:
        yield from case.list_values(pattern)
    for path, ballot in list_ballots(case):
        names = ("opened", "closed") if ballot.has_result else ()
        for name in (*names, "result_date"):
            if when := getattr(ballot, name):
                yield (*path, name), when
    for path, stakeholder in case.list_values("engagement.stakeholders[]"):
        if stakeholder.date and stakeholder.has_answered:
            yield (*path, "date"), stakeholder.date
    for path, support in case.list_values("support[]"):
        if support.date and support.has_answered:
            yield (*path, "date"), support.date


RULE = Rule(
    summary="Engagement and support that are reported came before the submission",
    why="A submission can report only what has happened. A later date is a slip, or a plan told as if it "
    "were done. Where `submitted` is empty, the round's deadline is the day.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: every meeting lies between the invitation and the deadline",
    fails="""
submitted: 2014-06-20
engagement:
  nhs_england:
    - {date: 2014-07-01, event: Meeting with the area team}
""",
    passes="""
submitted: 2014-06-20
engagement:
  nhs_england:
    - {date: June 2014, event: Meeting with the area team}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
