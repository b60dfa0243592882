"""Dates in sentences: `3 June`, `June 2014`, `the autumn of 2015`, `2014/15`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.shared.prose import Prose, Sentence
from eoi.submission.dates import MONTHS, DateRange, read_when

MONTH = "|".join(MONTHS).lower()
DATE = Expression(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{MONTH})\b(?:,? (?P<year>20\d\d)\b)?"
    r"|\b(?:the )?(?P<season>spring|summer|autumn|winter|end|start|"
    r"beginning)(?: of)? (?P<season_year>20\d\d)\b"
    r"|\b(?P<financial>20\d\d/\d\d)\b"
)
MONTH_ROOTS = tuple(month.lower() for month in MONTHS)
BEFORE = Expression(
    r"\b(?P<by>by|until|till|to|end of|ends?|expires?)?\s*(?:(?:on|in|from|of|since|for|the|early|late|"
    r"mid|around|about)[ -]){0,3}$"
)


class ProseDate(FrozenValue):
    """A date, its start and end in the sentence, and in `by` the word that makes it a limit."""

    said: Sentence
    start: int
    end: int
    by: str

    @property
    def typed(self) -> str:
        return " ".join(self.said.text[self.start : self.end].split())

    def read_beside(self, stated: DateRange) -> DateRange | None:
        """Read the date, with the year of the stated date if it names no year."""
        match = DATE.match(self.said.flat, self.start)
        return read_date(match, str(stated.first.year)) if match else None


def read_date(match: re.Match[str], year: str = "") -> DateRange | None:
    """Read a date that an expression matched, with this `year` if it names none.

    Return None if it is no date.
    """
    if match["season"]:
        words = match["season"].replace("beginning", "early").replace("start", "early").replace("end", "late")
        typed = f"{words} {match['season_year']}"
    else:
        typed = match["financial"] or " ".join(
            filter(None, (match["day"], match["month"], match["year"] or year))
        )
    try:
        return read_when(typed)
    except ValueError:
        return None


def list_prose_dates(prose: Prose) -> Iterator[ProseDate]:
    """Yield the dates in long texts."""
    for sentence in find_sentences_with_dates(prose):
        for match in DATE.finditer(sentence.flat):
            if (
                match["month"] != "may"
                or match["day"]
                or match["year"]
                or sentence.flat.endswith(" in ", 0, match.start())
            ):
                before = BEFORE.search(sentence.flat, 0, match.start())
                yield ProseDate(sentence, match.start(), match.end(), (before and before["by"]) or "")


def find_sentences_with_dates(prose: Prose) -> list[Sentence]:
    """Return the sentences that can hold a date."""
    years = [key for key in prose.find_keys("20") if key.isdigit()]
    return prose.find_sentences(*years, *MONTH_ROOTS)
