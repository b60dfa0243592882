"""Dates in sentences, such as `3 June` or `2014/15`, and the events of the file that sentences describe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.prose import Prose, Sentence
from eoi.rules.shared.prose.words import SMALL, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.dates import MONTHS, DateRange, read_when
from eoi.submission.proposal import REHEARSAL, starts

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
# Words that fit any event do not tell one from another.
OF_ANY_EVENT = (
    "meeting with nhs england of ccg ccgs primary care commissioning co s across discussed supported "
    "fully full board final document comments incorporated event held we was is"
)
COMMON = SMALL | frozenset(OF_ANY_EVENT.split())
# The name of a body is one word among those that tell an event, however many words it has.
BODIES = [
    (body, body.replace(" ", ""))
    for body in (
        "area team", "local team", "regional team", "wellbeing board", "medical committee", "governing body",
        "participation group", "participation groups", "lay member", "lay members",
    )
]  # fmt: skip
FORM_FROM = Expression(
    r"\b(?P<form>joint|delegat\w{1,3})"
    r"(?: (?:co-?commissioning|commissioning|arrangements?|responsibilit\w+|powers|functions|of|primary|"
    r"medical|care|with|us|nhs|england)){1,8} (?:to (?:start|begin) )?"
    r"(?:from|as of|with effect from|starting in) (?:the )?$",
    words="joint|delegat",
)
ASKS = Expression(r"\b(?:ask\w*|appl(?:y|ies|ying|ication)|propos\w+|seek\w*|request\w*|bids?|bidding)\b")
LATER = WordList("shadow|pilot|then|later|afterward|afterwards|eventually|subsequent*|follow*|move|next|not")


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


class DatedField(FrozenValue):
    """A date in a field, with the field's name or the description of an event in quotation marks."""

    path: Path
    when: DateRange
    name: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the description that tell the event from others."""
        return list_words_of_event(self.name)


def list_given_dates(case: Case, pattern: str, name: str) -> list[DatedField]:
    """Return the dates that a pattern leads to, under one name."""
    return [DatedField(path, value, name) for path, value in case.list_values(pattern)]


def list_described_dates(case: Case) -> Iterator[DatedField]:
    """Yield the dates of events and milestones that have a description."""
    for pattern, words in (
        ("engagement.nhs_england[]", "event"),
        ("engagement.members.events[]", "event"),
        ("timescales[]", "milestone"),
    ):
        for path, item in case.list_values(pattern):
            if item.date and getattr(item, words):
                yield DatedField((*path, "date"), item.date, f"'{getattr(item, words)}'")


def match_descriptions(flat: str, described: list[DatedField]) -> list[DatedField]:
    """Return the events that share the most distinctive words with a sentence.

    They share at least two, or all that they have, and at least half of their own. A number tells no event
    from another: `32 practices` are in many sentences. A sentence that speaks of no rehearsal, such as a
    shadow form, means none.
    """
    if not described:
        return []
    is_open = REHEARSAL.is_in(flat)
    said = list_words_of_event(flat)
    scores = [
        (len(one.words & said), len(one.words), one)
        for one in described
        if not one.words.isdisjoint(said) and (is_open or not REHEARSAL.is_in(one.name))
    ]
    best = max((score for score, _, _ in scores), default=0)
    return [
        one
        for score, size, one in scores
        if score == best and (score >= 2 or score == size) and score * 2 >= size
    ]


def list_words_of_event(name: str) -> frozenset[str]:
    """Return the words that tell an event from others."""
    words = reduce_to_words(name)
    for body, joined in BODIES:
        words = words.replace(body, joined)
    return frozenset([word for word in set(words.split()) - COMMON if not word.isdigit()])


def list_starts_of_form(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the starts of the form that a sentence asks for from a date on, or an empty list.

    `We would move to delegated commissioning from 2016` says nothing about the joint form that is asked for.
    """
    before = said.said.flat[: said.start]
    found = FORM_FROM.search(before)
    if found is None or not ASKS.search(before, 0, found.start()):
        return []
    # What follows a comma is of another time: `from April 2015, with shadow working from October`.
    end = said.said.flat.find(",", said.end)
    if LATER.is_in(said.said.flat[:end] if end >= 0 else said.said.flat):
        return []
    form = "joint" if found["form"] == "joint" else "delegated"
    return [DatedField(path, start, "the start") for path, start, of in starts(case.submission) if of == form]
