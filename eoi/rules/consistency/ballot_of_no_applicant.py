"""Votes of members of a CCG that does not apply, or of a CCG that is not named."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import is_of, list_ballots


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    several = len(applicants) > 1
    for path, ballot in list_ballots(case):
        if ballot.ccg is None:
            if several:
                yield Problem(
                    path,
                    "This does not say whose members vote, and several CCGs apply.",
                    "Add `ccg` with the name of one. Where each CCG has a vote, write each in `ballots`.",
                )
        elif not any(is_of(ballot, applicant) for applicant in applicants):
            yield Problem(
                (*path, "ccg"),
                f"{ballot.ccg} has a vote of its members, but no applicant has that name.",
                "Write the name as it stands in `applicants`, or add the CCG there if it applies too.",
                (("applicants", 0, "name"), "the applicants" if several else "the applicant"),
            )


RULE = Rule(
    summary="Each vote of members is that of a CCG that applies",
    why="Each CCG answers to its own members. A vote that could be another CCG's supports neither.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
engagement:
  members:
    ballots:
      - {ccg: NHS Elsewhere CCG, for: 20, against: 4}
""",
    passes="""
engagement:
  members:
    ballots:
      - {ccg: Somewhere CCG, for: 20, against: 4}
""",
)
