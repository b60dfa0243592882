"""Years that are too far away for a submission, such as 1914 or 2041 for 2014."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import join_texts
from eoi.submission.part import Part
from eoi.submission.paths import find_item

# Plans reach ten years ahead at most, and no event in them is older than the NHS bodies of 1990.
YEARS_BEFORE, YEARS_AFTER = 25, 15

HISTORY = Expression(
    r"\b(?:found(?:ed|ing)|built|opened|history|historic\w{0,3}|born|century)\b", re.IGNORECASE
)
LONGEST = 1000  # characters; a whole CCG's entry speaks of many things


def check(case: Case) -> Iterator[Problem]:
    year = case.round.dated.last.year
    for path, when in case.dates:
        far = not year - YEARS_BEFORE <= when.first.year <= year + YEARS_AFTER
        if far and not is_about_history(find_item(case.submission, path)):
            yield Problem(
                path,
                f"{when} is far from {year}, the year of the invitation.",
                help="Check the year: two digits may have changed places.",
            )


def is_about_history(part: Part | None) -> bool:
    """Tell whether the words beside a date say that it is long past: "Hospital founded"."""
    return part is not None and HISTORY.search(join_texts(part)[:LONGEST]) is not None


RULE = Rule(
    summary="No date lies far from the time of the invitation",
    why="A slip such as 1914 or 2041 is printed as it stands, at the wrong end of the time line. "
    "Dates that are described as history pass.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="dates in published submissions; 25 years before and 15 after are this project's own",
    fails="""
timescales:
  - {milestone: Joint commissioning starts, date: 1 April 2051}
""",
    passes="""
timescales:
  - {milestone: Joint commissioning starts, date: 1 April 2015}
""",
)
