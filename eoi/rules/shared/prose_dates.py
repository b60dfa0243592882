"""Dates in sentences: `3 June`, `June 2014`, `the autumn of 2015`, `2014/15`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.rules.shared.sentences import Prose, Sentence
from eoi.submission.dates import MONTHS, When, when

MONTH = "|".join(MONTHS).lower()
DATE = Expression(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{MONTH})\b(?:,? (?P<year>20\d\d)\b)?"
    r"|\b(?:the )?(?P<season>spring|summer|autumn|winter|end|start|"
    r"beginning)(?: of)? (?P<season_year>20\d\d)\b"
    r"|\b(?P<financial>20\d\d/\d\d)\b"
)
YEAR = Expression(r"\b20\d\d\b")
BEFORE = Expression(
    r"\b(?P<by>by|until|till|to|end of|ends?|expires?)?\s*(?:(?:on|in|from|of|since|for|the|early|late|"
    r"mid|around|about)[ -]){0,3}$"
)


class ProseDate(NamedTuple):
    """A date, and where in the sentence it stands; `by` is the word that makes it a limit."""

    said: Sentence
    start: int
    end: int
    by: str

    @property
    def typed(self) -> str:
        return " ".join(self.said.text[self.start : self.end].split())

    def beside(self, stated: When) -> When | None:
        """What it means; a date without a year is of the year that is stated."""
        match = DATE.match(self.said.flat, self.start)
        return meaning(match, stated) if match else None


def meaning(match: re.Match[str], stated: When) -> When | None:
    if match["season"]:
        words = match["season"].replace("beginning", "early").replace("start", "early").replace("end", "late")
        typed = f"{words} {match['season_year']}"
    else:
        typed = match["financial"] or " ".join(
            filter(None, (match["day"], match["month"], match["year"] or str(stated.first.year)))
        )
    try:
        return when(typed)
    except ValueError:
        return None


def prose_dates(prose: Prose) -> Iterator[ProseDate]:
    for sentence in holding_dates(prose):
        for match in DATE.finditer(sentence.flat):
            if (
                match["month"] != "may"
                or match["day"]
                or match["year"]
                or sentence.flat.endswith(" in ", 0, match.start())
            ):
                before = BEFORE.search(sentence.flat, 0, match.start())
                yield ProseDate(sentence, match.start(), match.end(), (before and before["by"]) or "")


def holding_dates(prose: Prose) -> list[Sentence]:
    found = {bisect_right(prose.starts, match.start()) - 1 for match in YEAR.finditer(prose.whole)}
    found.update(index for month in MONTHS if month != "May" for index in prose.places(month.lower()))
    found.update(index for index in prose.places(" may 2"))
    return [prose.sentences[index] for index in sorted(found | days_of_may(prose))]


DAY_OF_MAY = Expression(r"\d (?:of )?may\b|\bin may\b")


def days_of_may(prose: Prose) -> set[int]:
    return {bisect_right(prose.starts, match.start()) - 1 for match in DAY_OF_MAY.finditer(prose.whole)}
