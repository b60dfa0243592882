"""A vote that went against, of a submission that goes on as if it had not."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.ballots import ballots, of_ccg


def check(case: Case) -> Iterator[Problem]:
    status = case.submission.status
    if status not in ("draft", "submitted"):
        return
    for path, ballot in ballots(case):
        if not (ballot.votes_for and ballot.votes_against):
            continue
        if ballot.votes_against.amount > ballot.votes_for.amount:
            rule = f" The rule of the vote: {ballot.rule}" if ballot.rule else ""
            yield Problem(
                (*path, "against"),
                f"{ballot.votes_against} voted against and {ballot.votes_for} for{of_ccg(ballot)}, and the "
                f"submission is not withdrawn.{rule}",
                help="Write `status: withdrawn`, or explain in `engagement.members.view` why the CCG goes "
                "on.",
                other=(("status",), f"still {status}"),
            )


RULE = Rule(
    summary="A submission that members voted down is withdrawn",
    why="CCGs are bodies of their member practices. In Brighton and Hove a vote against ended the plan.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="Brighton and Hove News, on the vote of 29 September 2015 (S52)",
    fails="""
status: submitted
engagement:
  members:
    ballot: {for: 9, against: 12, rule: A vote against means that we withdraw}
""",
    passes="""
status: withdrawn
engagement:
  members:
    ballot: {for: 9, against: 12, rule: A vote against means that we withdraw}
""",
)
