"""Years in long texts that are too far away for a plan, and not part of its history."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import Passage
from eoi.submission.days import MONTHS

YEAR = Expression(r"(?:1[89]|20)\d\d", re.ASCII)
CENTURIES = ("18", "19", "20")
# Only years with a month and financial years count: a year by itself can be a number, and "by 2041" a
# forecast.
MONTH = Expression(rf"\b(?:{'|'.join(MONTHS)}) $")
FINANCIAL = Expression(r"/\d\d\b(?!/)", re.ASCII)
BEFORE = len("September ")
YEARS_BEFORE, YEARS_AFTER = 70, 20
HISTORY = Expression(
    r"\b(?:found(?:ed|ing)|establish\w*|built|opened|history|historic\w*|war|born|century|ever since|Act|"
    r"anniversary|dates? (?:back|from)|created|forecasts?|project(?:ed|ions?)|population)\b",
    re.IGNORECASE,
)
NEAR = 120


def check(case: Case) -> Iterator[Problem]:
    closing = case.round.dated.last.year
    for written in case.find_texts(CENTURIES):
        for match in YEAR.finditer(written.text):
            far = not closing - YEARS_BEFORE <= int(match[0]) <= closing + YEARS_AFTER
            if far and (span := find_date_span(match)) and not is_history(match):
                words = Passage(written.text, *span)
                yield Problem(
                    written.path,
                    f"{words} is far from {closing}, the year of the invitation.",
                    help="Check the year: two digits may have changed places.",
                    words=words,
                )


def find_date_span(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the start and end of a date: from the month before its year, or to the end of a financial year.

    Return None for a year by itself.
    """
    text, start, end = match.string, match.start(), match.end()
    begin = max(start - BEFORE, 0)
    if month := MONTH.search(text[begin:start]):
        return None if text[end : end + 1].isalnum() else (begin + month.start(), end)
    rest = FINANCIAL.match(text, end)
    return (start, rest.end()) if rest and not text[max(start - 1, 0) : start].isalnum() else None


def is_history(match: re.Match[str]) -> bool:
    """Tell whether the words beside a year are about history."""
    start, end = max(match.start() - NEAR, 0), match.end() + NEAR
    return HISTORY.search(match.string, start, end) is not None


RULE = Rule(
    summary="No date in a text lies far from the time of the invitation",
    why="A slip such as June 1914 or April 2041 is printed as it stands. Years that are described as "
    "history, or as a forecast, pass.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="dates in published submissions; 70 years before and 20 after are this project's own",
    fails="""
summary: We will take on these functions in April 2051.
""",
    passes="""
summary: We will take on these functions in April 2015. Our hospital was founded in June 1738.
""",
)
