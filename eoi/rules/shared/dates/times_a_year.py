"""Frequencies in words as times a year: `every other month` is six, and `quarterly` is four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eoi.expressions import Expression
from eoi.rules.shared.prose.numbers_in_words import SMALL_NUMBERS

NUMBER = rf"(?P<{{0}}>\d{{{{1,2}}}}|once|twice|one|{'|'.join(SMALL_NUMBERS)})"
PERIODS = {"day": 365, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "year": 1}
WORDS = {
    "daily": 365,
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
    "annual": 1,
    "yearly": 1,
}
TIMES = {"once": 1, "one": 1, "twice": 2, **SMALL_NUMBERS}
# Before "each quarter", a number counts meetings only if it says so: the "three" of "the three CCGs meet each
# quarter" counts CCGs. "Once" and "twice" count nothing else.
COUNTED = (
    r"(?:"
    + NUMBER.format("least")
    + r"(?: or | to |-|–))?"
    + NUMBER.format("often")
    + r"(?:(?<=once)|(?<=twice)|(?: (?:formal|ordinary|public|full|regular|scheduled|such))?"
    r" (?:times|meetings?|sessions?|occasions))"
)
OFTEN = Expression(
    r"\b(?:"
    + COUNTED
    + r"[\w ]{0,40}? (?:a|an|per|each|every|in the|in a) (?P<period>week|fortnight|month|quarter|year)\b"
    r"|every (?P<other>other|second|alternate) (?P<other_period>week|month|quarter|year)\b"
    r"|alternate (?P<alternate>week|month)s\b"
    r"|(?:every|each) " + NUMBER.format("every") + r" (?P<every_period>week|month)s\b"
    r"|" + NUMBER.format("dashed") + r"[- ](?P<dashed_period>week|month)ly\b"
    r"|bi-?(?P<bi>month)ly\b|half[- ](?P<half>year)ly\b|bi-?(?P<twice>annual)ly\b"
    r"|(?:every|each) (?P<each>day|week|fortnight|month|quarter|year)\b"
    r"|(?P<word>daily|weekly|fortnightly|monthly|quarterly|annual|yearly)(?:ly)?\b)"
)


@lru_cache(maxsize=1024)
def find_times_a_year(text: str) -> frozenset[int]:
    """Return every number of times a year that a text states."""
    return frozenset(times for times, _, _ in locate_times(text.lower()))


def locate_times(flat: str) -> Iterator[tuple[int, int, int]]:
    """Yield each frequency in a text as times a year, with its start and end: two for four or five times."""
    for match in OFTEN.finditer(flat):
        yield read_times(match), match.start(), match.end()
        if match["least"]:
            yield (
                read_times_in_words(match["least"]) * PERIODS[match["period"]],
                match.start(),
                match.end(),
            )


def read_times(match: re.Match[str]) -> int:
    """Return a frequency as times a year: every six weeks is nine."""
    if match["often"]:
        return read_times_in_words(match["often"]) * PERIODS[match["period"]]
    for count, period in (("every", "every_period"), ("dashed", "dashed_period")):
        if match[count]:
            return round(PERIODS[match[period]] / read_times_in_words(match[count]))
    if period := match["other_period"] or match["alternate"] or match["bi"]:
        return PERIODS[period] // 2
    if match["half"] or match["twice"]:
        return 2
    return WORDS[match["word"]] if match["word"] else PERIODS[match["each"]]


def read_times_in_words(word: str) -> int:
    """Return a number of times in words or figures, or 1 for any other word."""
    return TIMES.get(word) or max(int(word) if word.isdigit() else 1, 1)
