"""Ballots open to fewer practices than there are, and 'all practices' where fewer were consulted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import Indexed, choose_members, list_ballots, list_practices
from eoi.rules.shared.figures.rounding import list_whole_numbers, list_whole_sums
from eoi.rules.shared.problems import is_said_in
from eoi.source.nodes import Path
from eoi.submission.quantities import Count

ALL = Expression(
    r"\b(?:all|every|each)(?: of)?(?: (?:the|our|its|\d{1,3}|member|gp)){0,3} practices?\b", re.IGNORECASE
)

PRACTICES = WordList("practice|practices|other|others|one|ones|member|members")
LEFT_OUT = Expression(
    r"\b(?:left out|not (?:\w+ )?(?:vot\w+|consulted|asked|eligible|entitled|invited|take part|members?)|"
    r"(?:could|did|do|does|may|can) ?not\b|cannot|had no vote|no vote|exclud\w+|except|vacan\w+|"
    r"clos\w+|merg\w+|(?:opened|joined) (?:since|after|later)|abstain\w*|without a vote)"
)


def check(case: Case) -> Iterator[Problem]:
    everyone = list(enumerate(case.submission.applicants))
    for path, ballot in list_ballots(case):
        if ballot.electorate and "practice" in ballot.voters.casefold():
            members = choose_members(ballot, everyone)
            yield from find_fewer(case, (*path, "electorate"), ballot.electorate, members, "could vote")
    asked = case.submission.engagement and case.submission.engagement.members
    if asked and asked.practices_consulted and any(ALL.search(line) for line in asked.consulted):
        path = ("engagement", "members", "practices_consulted")
        yield from find_fewer(case, path, asked.practices_consulted, everyone, "were consulted, not all")


def find_fewer(case: Case, path: Path, count: Count, members: Indexed, said: str) -> Iterator[Problem]:
    """Report a count that is smaller than the number of practices."""
    practices = list_practices(members)
    if practices and list_whole_numbers(count)[-1] < list_whole_sums(practices)[0]:
        if is_said_in(case, "engagement.members.view", PRACTICES, LEFT_OUT):
            return
        total = sum(each.amount for each in practices)
        yield Problem(
            path,
            f"{count} practices {said}; there are {total:,.0f}.",
            help="Check both numbers; if the others were left out, say why in `engagement.members.view`.",
            other=(("applicants", members[0][0], "practices"), "the practices"),
        )


RULE = Rule(
    summary="Every practice has a vote, and 'all practices' are all of them",
    why="Each practice is a member of its CCG. An assessor who sees fewer votes than practices asks who was "
    "left out.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself; practices' votes decided whether CCGs went ahead (S52)",
    needs=("applicants[].practices",),
    fails="""
applicants:
  - {name: NHS Somewhere CCG, practices: 34}
engagement:
  members:
    ballot: {electorate: 31, for: 20, against: 4}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, practices: 34}
engagement:
  members:
    ballot: {electorate: 34, for: 20, against: 4}
""",
)
