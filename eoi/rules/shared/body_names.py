"""Whether two names are one body's: 'LMC' and 'Local Medical Committee', 'NHSE' and 'NHS England'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from eoi.expressions import Expression
from eoi.rules.shared.likeness import key
from eoi.source.nodes import Path
from eoi.submission.paths import is_given

WORD = Expression(r"[\w&'’]+")
BRACKETED = Expression(r"\(([^()]{1,80})\)")
ABBREVIATION = Expression(r"[A-Z][\w&]{0,5}[A-Z]")
SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "our", "the", "to", "&"))
LONGEST = 8  # words that one abbreviation stands for
LONGEST_NAME = 16  # words; what is longer is a sentence
MOST = 200  # bodies of one list that are compared by their abbreviations


def repeated_bodies(entries: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, Path]]:
    """Each place that names a body which was named before, with the place where it stood first."""
    first: dict[str, tuple[Path, str]] = {}
    for path, name in entries:
        words = key(name)
        if not words or not is_given(name):
            continue
        if words in first:
            yield path, first[words][0]
            continue
        others = first.values() if len(first) < MOST else ()
        if earlier := next((place for place, other in others if is_one_body(name, other)), None):
            yield path, earlier
        else:
            first[words] = path, name


def is_one_body(one: str, other: str) -> bool:
    if key(one) == key(other):
        return True
    if not ABBREVIATION.search(one) and not ABBREVIATION.search(other):
        return False
    if max(len(WORD.findall(one)), len(WORD.findall(other))) > LONGEST_NAME:
        return False
    return any(are_one(first, second) for first, second in product(ways(one), ways(other)))


def ways(name: str) -> Iterator[tuple[str, ...]]:
    """The words without what stands in brackets, and an abbreviation in brackets by itself."""
    words = WORD.findall(BRACKETED.sub(" ", name))
    yield tuple(word for word in words if word.casefold() not in SMALL)
    yield from ((inner,) for inner in BRACKETED.findall(name) if ABBREVIATION.fullmatch(inner))


@lru_cache(maxsize=1024)
def are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word by word, where an abbreviation in either is as good as the words it stands for."""
    if not one or not other:
        return not one and not other
    if one[0].casefold() == other[0].casefold():
        return are_one(one[1:], other[1:])
    return stands_for(one, other) or stands_for(other, one)


def stands_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not ABBREVIATION.fullmatch(short[0]):
        return False
    letters = short[0].replace("&", "").casefold()
    return any(
        spell(letters, long[:number]) and are_one(short[1:], long[number:])
        for number in range(2, min(len(long), LONGEST) + 1)
    )


@lru_cache(maxsize=1024)
def spell(letters: str, words: tuple[str, ...]) -> bool:
    """Whether the words begin with these letters; 'and' may be an `a` in it, as in BaNES."""
    if not words:
        return not letters
    firsts = [first for first in beginnings(words[0]) if letters.startswith(first)]
    return any(spell(letters[len(first) :], words[1:]) for first in firsts)


def beginnings(word: str) -> tuple[str, ...]:
    """`w` or `wb` for wellbeing; `nhs` for NHS, as in NHSE; each with an `a` behind it."""
    folded = word.casefold()
    ways_to_begin = [folded[0]]
    if folded == "wellbeing":
        ways_to_begin.append("wb")
    if word.isupper() and len(word) > 1:
        ways_to_begin.append(folded)
    return tuple(f"{first}{joined}" for first in ways_to_begin for joined in ("", "a"))
