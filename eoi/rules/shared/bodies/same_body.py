"""The test of whether two names are of one body, or of one CCG: `LMC` and `Local Medical Committee`, say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from eoi.expressions import Expression
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.rules.shared.published import find_ccg
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import name_words
from eoi.submission.paths import is_given

WORD = Expression(r"[\w&'’]+")
BRACKETED = Expression(r"\(([^()]{1,80})\)")
ABBREVIATION = Expression(r"[A-Z][\w&]{0,5}[A-Z]")
SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "our", "the", "to", "&"))
LONGEST = 8  # words that one abbreviation stands for
LONGEST_NAME = 16  # words; longer texts are sentences
MOST = 200  # bodies of one list that are compared by their abbreviations
COMMON = Expression(r"\b(?:NHS|CCG|Clinical Commissioning Group)\b", re.IGNORECASE)


def find_repeated_bodies(entries: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, Path]]:
    """Yield the place of each body that is named again, with the place that names it first."""
    first: dict[str, tuple[Path, str]] = {}
    abbreviated: list[tuple[Path, str]] = []
    for path, name in entries:
        words = reduce_to_words(name)
        if not words or not is_given(name):
            continue
        if words in first:
            yield path, first[words][0]
            continue
        has_short = ABBREVIATION.search(name) is not None
        others = (first.values() if has_short else abbreviated) if len(first) < MOST else ()
        if earlier := next((place for place, other in others if is_one_body(name, other)), None):
            yield path, earlier
        else:
            first[words] = path, name
            abbreviated += [(path, name)] if has_short else []


def is_one_body(one: str, other: str) -> bool:
    """Tell whether two names are of one body, whole or abbreviated."""
    if reduce_to_words(one) == reduce_to_words(other):
        return True
    if not ABBREVIATION.search(one) and not ABBREVIATION.search(other):
        return False
    if max(len(WORD.findall(one)), len(WORD.findall(other))) > LONGEST_NAME:
        return False
    return any(
        are_same_words(first, second) for first, second in product(list_spellings(one), list_spellings(other))
    )


# Each body of a list is compared with each of another.
@lru_cache(maxsize=512)
def list_spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return a name as words without brackets, and each abbreviation in brackets by itself."""
    words = WORD.findall(BRACKETED.sub(" ", name))
    whole = tuple([word for word in words if word.casefold() not in SMALL])
    return (whole, *[(inner,) for inner in BRACKETED.findall(name) if ABBREVIATION.fullmatch(inner)])


@lru_cache(maxsize=1024)
def are_same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Compare two names word by word. An abbreviation in either equals the words that it stands for."""
    if not one or not other:
        return not one and not other
    if one[0].casefold() == other[0].casefold():
        return are_same_words(one[1:], other[1:])
    return stands_for(one, other) or stands_for(other, one)


def stands_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name that begins with an abbreviation stands for a longer one."""
    if not ABBREVIATION.fullmatch(short[0]):
        return False
    letters = short[0].replace("&", "").casefold()
    return any(
        do_begin_with(letters, long[:number]) and are_same_words(short[1:], long[number:])
        for number in range(2, min(len(long), LONGEST) + 1)
    )


@lru_cache(maxsize=1024)
def do_begin_with(letters: str, words: tuple[str, ...]) -> bool:
    """Tell whether the words begin with these letters in turn. An `a` can stand for 'and', as in BaNES."""
    if not words:
        return not letters
    firsts = [first for first in list_beginnings(words[0]) if letters.startswith(first)]
    return any(do_begin_with(letters[len(first) :], words[1:]) for first in firsts)


def list_beginnings(word: str) -> tuple[str, ...]:
    """Return the letters that a word can have in an abbreviation, each also with an `a` for 'and'.

    These are `w` or `wb` for wellbeing, and `nhs` for NHS, as in NHSE.
    """
    folded = word.casefold()
    ways_to_begin = [folded[0]]
    if folded == "wellbeing":
        ways_to_begin.append("wb")
    if word.isupper() and len(word) > 1:
        ways_to_begin.append(folded)
    return tuple(f"{first}{joined}" for first in ways_to_begin for joined in ("", "a"))


def is_one_ccg(one: Applicant, other: Applicant) -> bool:
    """Tell whether two applicants are the same CCG, by the published list or else by their names."""
    first, second = find_ccg(one), find_ccg(other)
    if first and second:
        return first == second
    return goes_by(one, other.name) or goes_by(other, one.name)


def goes_by(applicant: Applicant, name: str) -> bool:
    """Tell whether a name is an applicant's long or short name."""
    words = name_words(name)
    if words and any(words == name_words(own) for own in (applicant.name, applicant.short_name or "")):
        return True
    return is_one_body(COMMON.sub(" ", applicant.name), COMMON.sub(" ", name))
