"""Votes of members that belong to no applicant, or of whom nobody can tell to which."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.ballots import ballots
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import is_named, name_words, names_of
from eoi.submission.engagement import Ballot


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    several = len(applicants) > 1
    for path, ballot in ballots(case):
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


def is_of(ballot: Ballot, applicant: Applicant) -> bool:
    """By its name, its short name or its code, or by the words that make the name."""
    named = (ballot.ccg or "").casefold()
    exact = (applicant.name, applicant.short_name, applicant.code)
    if any(name and name.casefold() == named for name in exact):
        return True
    words = name_words(named)
    return bool(words) and is_named(names_of(applicant), words)


RULE = Rule(
    summary="Each vote of members is that of a CCG that applies",
    why="Each CCG answers to its own members. A vote that could be another CCG's supports neither.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
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
