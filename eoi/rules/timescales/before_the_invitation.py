"""Approvals, signatures, votes and meetings dated before the invitation."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.dates.vague_dates import answers_its_own_round, is_before
from eoi.rules.shared.problems import has_sentence_with
from eoi.source.nodes import Path
from eoi.submission.approvals import name_board, name_boards
from eoi.submission.days import DateRange
from eoi.submission.paths import get_value

# These dates can be about this document only.
OF_THE_DOCUMENT = {
    "applicants[].board_approved": "The {board}'s approval",
    "signatories[].date": "This signature",
}
# These dates can be about co-commissioning in general.
OF_THE_MATTER = {
    "support[].date": "This body's support",
    "engagement.nhs_england[].date": "This meeting",
    "engagement.members.events[].date": "This meeting",
    "engagement.stakeholders[].date": "This conversation",
}
# A post that is asked for begins later.
OF_A_POST = "resources.posts[].start"
VOTE = ("result_date", "closed", "opened")
IN_GENERAL = Expression(
    r"\b(?:in general|generally|in principle|the principles?|the idea|before (?:the|any|this|an) invitation|"
    r"ahead of the invitation|co-?commissioning as such|early (?:talks?|discussions?|conversations?)|"
    r"first (?:talks?|discussions?|conversations?|thoughts))\b"
)
# The field of each part in which its words stand.
TELLS = {"support": "view", "nhs_england": "event", "events": "event", "stakeholders": "view"}
OF_A_VOTE = "rule"


def check(case: Case) -> Iterator[Problem]:
    issued = case.round.issued
    for path, when, what, weight in list_dated_parts(case) if issued and answers_its_own_round(case) else ():
        if issued and is_before(when, issued) and not (weight and is_said_to_be_general(case, path)):
            part = what.format(board=name_board(case.submission))
            yield Problem(
                path,
                f"{part} is dated {when.within}, before the invitation of {issued}.",
                help="Check the year and the month."
                if weight is None or path[0] == "resources"
                else "Check the date; if it was about co-commissioning in general, say so in "
                f"`{name_telling_field(path)}`.",
                severity=weight,
                several=say_of_boards(case, path, f"{when.within}, before the invitation of {issued}"),
            )


def name_telling_field(path: Path) -> str:
    """Return the name of the field that tells what happened on a date."""
    return next((TELLS[step] for step in path if isinstance(step, str) and step in TELLS), OF_A_VOTE)


def is_said_to_be_general(case: Case, path: Path) -> bool:
    """Tell whether the words beside a date say that it was about co-commissioning in general."""
    said = getattr(get_value(case.submission, path[:-1]), name_telling_field(path), None)
    return has_sentence_with(said, IN_GENERAL)


def say_of_boards(case: Case, path: Path, dated: str) -> Several | None:
    """Return the message for several Boards that approved on one day, or None for any other date."""
    if path[0] != "applicants":
        return None
    applicant = case.submission.applicants[int(path[1])]
    return Several(
        f"The approvals of {{number}} {name_boards(case.submission)} are dated {dated}: {{items}}.",
        str(applicant.known_as or ""),
    )


def list_dated_parts(case: Case) -> Iterator[tuple[Path, DateRange, str, Severity | None]]:
    """Yield the dates that can be too early, each with its name and the highest severity for it."""
    for pattern, what in OF_THE_DOCUMENT.items():
        yield from ((path, when, what, None) for path, when in case.list_values(pattern))
    for pattern, what in OF_THE_MATTER.items():
        yield from ((path, when, what, Severity.ADVICE) for path, when in case.list_values(pattern))
    for path, when in case.list_values(OF_A_POST):
        yield path, when, "The start of this post", Severity.ADVICE
    for path, ballot in list_ballots(case):
        if name := next((name for name in VOTE if getattr(ballot, name)), None):
            yield (*path, name), getattr(ballot, name), "This vote", Severity.ADVICE


RULE = Rule(
    summary="Approvals, signatures and meetings come after the invitation",
    why="A Board cannot approve, and nobody can sign, an answer to an invitation that had not come. Such a "
    "date is most often last year's, left over from another paper. An earlier meeting can have been "
    "about the matter, and weighs less.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="the date of the round's invitation: 9 May 2014 for the first (S1, S2)",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2013-06-12}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 2014-06-12}
engagement:
  nhs_england: [{date: May 2014, event: A meeting with the area team}]
""",
)
