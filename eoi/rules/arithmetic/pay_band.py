"""Pay bands that Agenda for Change has: 1 to 9, with 8 in four parts, 8a to 8d."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule

STATED = Expression(
    r"(?:(?:agenda for change|afc|pay)\s+)?(?:bands?\s*|b)?(?P<band>\d+(?:\.\d+)?\s?[a-z]?)", re.IGNORECASE
)
SEVERAL = Expression(r"\s{0,3}(?:/|-|–|,|\bto\b|\bor\b|\band\b)\s{0,3}", re.IGNORECASE)
BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")
BAND = Expression(r"[1-79]|8 ?[a-d]", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    for path, band in case.list_values("resources.posts[].band"):
        if band.strip().lower() in BANDS:
            continue
        stated = [match["band"] for one in SEVERAL.split(band.strip()) if (match := STATED.fullmatch(one))]
        if unknown := next((one for one in stated if not BAND.fullmatch(one)), None):
            yield Problem(
                path,
                f"There is no pay band {unknown}.",
                help="Write 8a, 8b, 8c or 8d: band 8 has four parts."
                if unknown == "8"
                else "The bands of Agenda for Change are 1 to 7, 8a to 8d, and 9.",
            )


RULE = Rule(
    summary="Each pay band is one of Agenda for Change",
    why="The band says what a post costs and how senior it is. A band that does not exist tells neither.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS Employers, terms and conditions handbook, annex 3: the nine bands of April 2014, the "
    "eighth in four ranges",
    needs=("resources.posts[]",),
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
