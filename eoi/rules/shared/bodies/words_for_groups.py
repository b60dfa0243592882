"""Names of groups in a text, such as 'the monthly group' or 'quarterly strategic group'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.shared.prose.likeness import SMALL, WORD, reduce_to_words
from eoi.submission.governance import Group

# The longer phrases come first: 'bi-monthly' is not monthly.
FREQUENCIES = Expression(
    r"(?P<two_months>bi-?monthly|(?:two|2)-monthly|every (?:other|second|two|2) months?|alternate months?|"
    r"six times a year)"
    r"|(?P<quarter>quarterly|(?:three|3)-monthly|(?:every|each|once a) quarter|every (?:three|3) months|"
    r"four times a year)"
    r"|(?P<half_year>half[- ]yearly|bi-?annual(?:ly)?|six-monthly|every (?:six|6) months|twice a year)"
    r"|(?P<fortnight>fortnightly|every (?:other|second|two|2) weeks?)"
    r"|(?P<week>weekly|(?:every|each|once a) week)"
    r"|(?P<month>monthly|(?:every|each|once a) month|twelve times a year)"
    r"|(?P<year>annual(?:ly)?|yearly|(?:every|each|once a) year)",
    re.IGNORECASE,
    words="month|quarter|annual|year|week|fortnight",
)
# These words are in the names of most groups, so they do not tell which is meant.
COMMON = frozenset(
    WORD.findall("group groups committee committees ccg nhs primary care co joint meeting new proposed")
)
STEM = 6


@lru_cache(maxsize=512)
def find_frequencies(text: str) -> frozenset[str]:
    """Return how often a group meets, as a text says."""
    return frozenset(match.lastgroup or "" for match in FREQUENCIES.finditer(text))


@lru_cache(maxsize=512)
def list_distinct_words(text: str) -> frozenset[str]:
    """Return the first letters of the distinctive words, so that 'strategic' and 'strategy' agree."""
    words = reduce_to_words(FREQUENCIES.sub(" ", text)).split()
    return frozenset(
        word[:STEM] for word in words if word not in SMALL | COMMON and not word.startswith("commission")
    )


class KnownGroup(FrozenValue):
    """The distinctive words of a group, and how often it meets."""

    words: frozenset[str]
    meets: frozenset[str]


def describe_group(group: Group) -> KnownGroup:
    """Return the distinctive words of a group, and how often it meets."""
    described = " ".join(filter(None, (group.name, group.kind)))
    return KnownGroup(list_distinct_words(described), find_frequencies(f"{described} {group.meets or ''}"))


def is_meant(text: str, groups: Iterable[KnownGroup]) -> bool:
    """Tell whether a text can mean one of the groups.

    A group that does not say how often it meets fits any frequency.
    """
    words, meets = list_distinct_words(text), find_frequencies(text)
    return any(
        words <= group.words and (not meets or not group.meets or meets & group.meets) for group in groups
    )
