"""Lost votes of the members, in a submission that is still a draft or is submitted all the same."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots, name_ccg
from eoi.rules.shared.problems import is_said_in
from eoi.submission.engagement import Ballot

GOES_ON = Expression(
    r"\b(?:go(?:es|ing)? (?:on|ahead)|proceed\w*|continu\w+ with|(?:press|carry|carries|carrying) on|despite|"
    r"nevertheless|nonetheless|notwithstanding|even so|all the same|not binding|non-?binding|advisory|"
    r"(?:second|new|fresh|another) (?:vote|ballot)|vot\w+ again)\b"
)
WHO = WordList(
    "we|ccg|ccgs|board|boards|governing body|governing bodies|submission|application|bid|proposal|vote|ballot"
)


def check(case: Case) -> Iterator[Problem]:
    status = case.submission.status
    if status not in ("draft", "submitted"):
        return
    for path, ballot in list_ballots(case):
        lost = find_lost_vote(ballot)
        if lost and not is_said_in(case, "engagement.members.view", WHO, GOES_ON):
            rule = f" The rule of the vote: {ballot.rule}" if ballot.rule else ""
            yield Problem(
                (*path, lost[0]),
                f"{lost[1]}{name_ccg(ballot)}, and the submission is not withdrawn.{rule}",
                help="Write `status: withdrawn`, or say in `engagement.members.view` why the CCG goes on.",
                other=(("status",), f"still {status}"),
            )


def find_lost_vote(ballot: Ballot) -> tuple[str, str] | None:
    """Return the field that shows a lost vote and a sentence on it, or None if the vote was not lost."""
    if ballot.result != "lost":
        return None
    if ballot.votes_for and ballot.votes_against:
        return "against", f"{ballot.votes_against} voted against and {ballot.votes_for} for"
    return "outcome", f"The outcome of the vote was '{ballot.outcome}'"


RULE = Rule(
    summary="A submission that members voted down is withdrawn",
    why="CCGs are bodies of their member practices. In Brighton and Hove a vote against ended the plan.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="Brighton and Hove News, on the vote of 29 September 2015 (S52)",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
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
