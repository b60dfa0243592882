"""Members who were consulted, without a vote or the number of practices."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import join_texts
from eoi.rules.shared.problems import mentions
from eoi.submission.engagement import Members
from eoi.submission.part import replace

NUMBER = (
    r"(?:\d{1,9}%?|all|every|each|both|none|no|half|most|(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)(?:[- ]\w+)?|twenty|thirty|forty|fifty)"
)
PRACTICES = Expression(
    rf"\b{NUMBER}\b[\w,' -]{{0,30}}?\b(?:practices?|gps|general practitioners|member(?:s|ship))\b",
    words="practice|gps|general practitioners|members",
)


def check(case: Case) -> Iterator[Problem]:
    engagement = case.submission.engagement
    members = engagement.members if engagement else None
    if not members or not (members.consulted or members.events):
        return
    counted = any(ballot.electorate or ballot.has_result for ballot in members.votes)
    if counted or members.practices_consulted or mentions(PRACTICES, read_past_engagement(members)):
        return
    yield Problem(
        ("engagement", "members", "consulted" if members.consulted else "events"),
        "This does not say how many practices were asked, or whether they voted.",
        help="Add `practices_consulted`, or `ballot` with the votes `for` and `against`.",
    )


def read_past_engagement(members: Members) -> str:
    """Return the text on past engagement, without the plans."""
    return join_texts(replace(members, planned=None)).lower()


RULE = Rule(
    summary="The engagement of members is counted: a vote, or the number of practices",
    why="GPs' leaders objected to submissions that members had never voted on. Without numbers an assessor "
    "cannot tell a few leaders from the membership.",
    check=check,
    severity=Severity.WARNING,
    certainty="seen",
    source="Pulse, on CCGs that held no ballot (S15); BaNES gives no vote and no number of practices",
    forms=("joint", "delegated"),
    needs=("engagement.members",),
    fails="""
engagement:
  members:
    consulted: [The cluster leads, The Local Medical Committee]
""",
    passes="""
engagement:
  members:
    consulted: [The cluster leads, The Local Medical Committee]
    practices_consulted: 21
""",
)
