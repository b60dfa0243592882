"""Committees that decide behind closed doors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.rules.shared.problems import has_sentence_with

PRIVATE = Expression(
    r"\b(?:private\w*|privacy|confidential\w*|not (?:\w+ ){0,3}in public|closed|commercial\w*|sensitive)\b"
)


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        if group.public is False and decides(case, group) and not has_sentence_with(group.purpose, PRIVATE):
            yield Problem(
                ("governance", "groups", index, "public"),
                f"{name_group(group, begins=True)} takes decisions and does not meet in public.",
                help="Write `public: yes` and keep a private part for confidential matters, or say in "
                "`purpose` why all of it is private.",
            )


RULE = Rule(
    summary="A committee that decides meets in public",
    why="Where GPs take part in decisions about general practice, people want to be able to watch. The "
    "committees found met in public, with a private second part.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="North Tyneside (S46), Greenwich (S47) and the four committees of a research study (S25)",
    forms=("joint", "delegated"),
    # The invitation of May 2014 asked for no committee, and the first met in 2015.
    since=date(2014, 11, 1),
    needs=("governance.groups[]",),
    fails="""
round: 2015
form: joint
governance:
  groups:
    - {name: Primary Care Joint Committee, public: no}
""",
    passes="""
round: 2015
form: joint
governance:
  groups:
    - {name: Primary Care Joint Committee, public: yes}
    - {name: Delivery Group, kind: operational group, public: no}
""",
)
