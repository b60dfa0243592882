"""Votes of members whose result comes after the submission."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots, name_ccg
from eoi.rules.shared.dates.vague_dates import find_submission_or_deadline, is_before, is_over
from eoi.rules.shared.problems import is_said_in

# A vote has its result on the first of these days that is stated.
NAMES = {"result_due": "has its result", "closed": "closes", "opened": "opens"}


RESULT = WordList("result|results|outcome|outcomes|vote|votes|voting|ballot|ballots|members")
WHOM = WordList("nhs england|nhse|area team|regional team|regional office|you")
TOLD = Expression(
    r"\b(?:told?|tells?|inform\w*|reports?|reported|sen[dt]|sends|notif\w+|let \w+(?: \w+)? know|forward\w*|"
    r"shared?|confirm\w*|withdraw\w*|write|written|pass(?:ed)? on|updat\w+)\b"
)


def check(case: Case) -> Iterator[Problem]:
    limit = find_submission_or_deadline(case)
    if limit is None or is_over(case):
        return
    for path, ballot in list_ballots(case):
        name = next((name for name in NAMES if getattr(ballot, name)), None)
        if ballot.has_result or ballot.result_date or name is None:
            continue
        when = getattr(ballot, name)
        if is_before(limit.when, when) and not is_said_in(
            case, "engagement.members.view", RESULT, TOLD, WHOM
        ):
            yield Problem(
                (*path, name),
                f"The vote of members{name_ccg(ballot)} {NAMES[name]} {when.dated}, after {limit.words}.",
                help="Correct one of the two dates, or say in `engagement.members.view` what NHS England "
                "will be told of the result.",
                other=limit.other,
            )


RULE = Rule(
    summary="Members have voted before the submission goes in",
    why="A vote against can end what has been handed in, so an assessor asks when its result is known. Where "
    "`submitted` is empty, the round's deadline is the day.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the dates in the file; practices' votes decided whether CCGs went ahead (S52)",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
engagement:
  members:
    ballot: {closed: 2014-06-30, result_due: 2014-07-02}
""",
    passes="""
engagement:
  members:
    ballot: {closed: 2014-06-13, result_due: June 2014}
""",
    unless=("submitted-before-invitation", "submitted-too-early"),
)
