"""Pay bands that Agenda for Change has: 1 to 9, with 8 in four parts, 8a to 8d."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

STATED = re.compile(
    r"(?:(?:agenda for change|afc|pay)\s+)?(?:bands?\s*)?(?P<band>\d+(?:\.\d+)?\s?[a-z]?)", re.IGNORECASE
)
BAND = re.compile(r"[1-79]|8 ?[a-d]", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    for path, band in case.given("resources.posts[].band"):
        stated = STATED.fullmatch(band)
        if stated and not BAND.fullmatch(stated["band"]):
            yield Problem(
                path,
                f"There is no pay band {stated['band']}.",
                help="Write 8a, 8b, 8c or 8d: band 8 has four parts."
                if stated["band"] == "8"
                else "The bands of Agenda for Change are 1 to 7, 8a to 8d, and 9.",
            )


RULE = Rule(
    summary="Each pay band is one of Agenda for Change",
    why="The band says what a post costs and how senior it is. A band that does not exist tells neither.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="the bands of the national pay system, Agenda for Change, as general knowledge",
    fails="""
resources:
  posts:
    - {role: Project manager, band: 8f}
""",
    passes="""
resources:
  posts:
    - {role: Project manager, band: 8a}
    - {role: Admin support, band: Band 4}
    - {role: Director, band: Very senior manager}
""",
)
