"""Groups of the governance section that a sentence names, such as `the monthly group`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.prose import Sentence, flatten, split_sentences
from eoi.rules.shared.prose.words import SMALL, WORD, reduce_to_words
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
NOUN = Expression(r"\b(?:groups?|committees?|forum|panel)\b")
OTHERS = Expression(
    r"(?:clinical commissioning|local medical|audit|remuneration|finance|quality|patient|participation|"
    r"working|"
    r"scrutiny|contractor|age|reference) $",
    words="commissioning|medical|audit|remuneration|finance|quality|patient|participation|working|scrutiny|contractor|age|reference",
)
# These words are never within a group's name, so its distinctive words begin after them.
BREAK = Expression(
    r"[,;:.]|\b(?:the|an?|our|of|to|by|each|every|all|both|this|that|these|its|and|for|with|from|on|in|"
    r"chairs?|will|"
    r"would|no|one|same|new|both|either|any)\b"
)
ADJECTIVES = 60
OF_A_BODY = frozenset(["has", "have", "meets", "meet", "chaired", "led", "quorate"])
PARTS_OF_A_BODY = frozenset(["chair", "quorum", "members", "membership", "meetings"])
# `The new joint committee meets`: the subject stands at the beginning.
MOST_WORDS_BEFORE = 5
FARTHEST = 600


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


class GroupMention(FrozenValue):
    """A group that a sentence names, its index in the list, and the start and end of its name."""

    number: int
    group: Group
    start: int
    end: int


class ListedGroup(FrozenValue):
    """A group of the governance section, its index in the list, and its distinctive words."""

    number: int
    group: Group
    name: str
    words: frozenset[str]


def list_groups_to_name(case: Case) -> list[ListedGroup]:
    """Return the groups with the words by which a sentence can name them."""
    return [
        ListedGroup(
            index,
            group,
            (group.name or "").lower(),
            list_distinct_words(f"{group.name or ''} {group.kind or ''}"),
        )
        for index, group in enumerate(case.submission.groups)
    ]


def find_group_meant(sentence: Sentence, listed: list[ListedGroup]) -> GroupMention | None:
    """Return the group that a sentence names first, or that its `it` stands for, or None."""
    if speaks_of_it(sentence.flat):
        return find_group_before(sentence, listed)
    return next(find_groups_meant(sentence.flat, listed), None)


def find_group_before(sentence: Sentence, listed: list[ListedGroup]) -> GroupMention | None:
    """Return the group with which the sentences before `it has eight members` begin, or None."""
    # A limit, so that a text full of such sentences is not read once for each of them.
    text = sentence.written.text[max(sentence.start - FARTHEST, 0) : sentence.start]
    for start, end in reversed(list(split_sentences(text))):
        flat = flatten(text[start:end]).lstrip()
        if not speaks_of_it(flat):
            named = next(find_groups_meant(flat, listed), None)
            begins = named and len(flat[: named.start].split()) <= MOST_WORDS_BEFORE
            return replace_mention(named, sentence) if named and begins else None
    return None


def replace_mention(named: GroupMention, sentence: Sentence) -> GroupMention:
    """Return the mention of a group by the first word of a later sentence."""
    start = len(sentence.flat) - len(sentence.flat.lstrip())
    return GroupMention(named.number, named.group, start, start + len(sentence.flat.split(maxsplit=1)[0]))


def speaks_of_it(flat: str) -> bool:
    """Tell whether a sentence begins with an `it` that stands for a body, as in `its quorum is four`."""
    words = flat.split(maxsplit=4)
    if words[:1] == ["it"]:  # not as in `it has been suggested that`
        return "been" not in words and any(word in OF_A_BODY for word in words[1:4])
    return words[:1] == ["its"] and any(word.rstrip(".,:") in PARTS_OF_A_BODY for word in words[1:3])


def find_groups_meant(flat: str, listed: list[ListedGroup]) -> Iterator[GroupMention]:
    """Yield each group that a sentence names."""
    for match in NOUN.finditer(flat):
        before = flat[max(match.start() - ADJECTIVES, 0) : match.start()]
        named = find_by_name(flat, match.end(), listed) or (
            None if OTHERS.search(before) else find_by_words(BREAK.split(before)[-1], listed)
        )
        if named:
            yield GroupMention(named.number, named.group, match.start(), match.end())


def find_by_name(flat: str, end: int, listed: list[ListedGroup]) -> ListedGroup | None:
    """Return the group whose whole name ends at this index, or None."""
    return next((one for one in listed if one.name and flat.endswith(one.name, 0, end)), None)


def find_by_words(adjectives: str, listed: list[ListedGroup]) -> ListedGroup | None:
    """Return the only group that fits some distinctive words, or None.

    A sentence without any such words means the only group, if there is just one.
    """
    said = list_distinct_words(adjectives)
    fitting = [one for one in listed if said and said & one.words]
    if not said and len(listed) == 1:
        return listed[0]
    return fitting[0] if len(fitting) == 1 else None
