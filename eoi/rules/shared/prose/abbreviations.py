"""Abbreviations in capitals: their uses, and the places where they are spelt out.

`Local Medical Committee (LMC)` spells one out. Earlier words with the same initials count too, so that only
abbreviations that no reader could know are reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.shared import FoundText

# The text before a match is looked at afterwards: a pattern that begins with it is four times slower.
USED = Expression(r"([A-Z][A-Z]{1,5})s?(?![\w&@]|-\d|\.\w)")
# Where each capital is the same letter, the first two in a row are found in a quarter of the time.
CAPITAL_AS_A = bytes([65 if 65 <= code <= 90 else 32 for code in range(256)])
CAPITALS = re.compile(rb"AA+")
SIGNS_BEFORE = "_&@.'’"
# Addresses, and three words in capitals in a row, hold no abbreviations.
NO_USE = Expression(r"https?://\S+|www\.\S+|\b[A-Z]+(?: [A-Z]+){2,}\b")
BRACKETS = Expression(r"\(([^()\n]{2,60})\)")
QUOTES = "'\"‘’“”"
BEFORE_DEFINED = frozenset(("the", "a", "an", "or", "known", "called", "hereafter", "as"))
AFTERWARDS = Expression(r"s?\s*(?:[(:=,–]|stands for)\s*(?:(?:the|an?|or)\s)?([\w&,'’ /-]{1,120})")
NUMERAL = Expression(r"[IVX]+")
WORD = Expression(r"[A-Za-z][\w'’-]*")
PART_OF_WORD = Expression(r"[A-Za-z]\w*")
SMALL = frozenset(("and", "of", "for", "the", "in", "to", "on", "a", "an"))
# The greatest length, in characters, of an address or of words in capitals on either side.
FAR = 200
BETWEEN = "\n"
# Words match fewer letters by chance, so for shorter abbreviations they must begin with capitals.
TELLING = 4


class Use(FrozenValue):
    """The first use of an abbreviation. `at` is its index in all texts joined."""

    short: str
    written: FoundText
    start: int
    end: int
    at: int


def list_first_uses(
    whole: WholeText, known: frozenset[str], counts: Callable[[FoundText], bool]
) -> Iterator[Use]:
    """Yield the first use of each abbreviation that is not `known`, in texts that `counts` accepts."""
    seen = set(known)
    for match in list_uses(whole.text, seen):
        written, start = whole.find_text(match.start())
        if counts(written):
            seen.add(match[1])
            end = start + match.end() - match.start()
            yield Use(match[1], written, start, end, match.start())


def list_uses(text: str, known: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Yield each use of an abbreviation in a text that is not among the `known` by then."""
    for capitals in CAPITALS.finditer(text.encode("ascii", "replace").translate(CAPITAL_AS_A)):
        start, end = capitals.span()
        short = text[start:end]
        if short not in known and not NUMERAL.fullmatch(short):
            match = USED.match(text, start)
            if match and is_use(match):
                yield match


def is_use(match: re.Match[str]) -> bool:
    """Tell whether a match is an abbreviation in a text, not a part of an address or of words in capitals."""
    before = match.string[match.start() - 1 : match.start()]
    if before and (before.isalnum() or before in SIGNS_BEFORE):
        return False
    begin = max(match.start() - FAR, 0)
    if not may_be_none(match.string, begin, match.start(), match.end(1)):
        return True
    others = NO_USE.finditer(match.string, begin, match.end() + FAR)
    return not any(other.start() <= match.start() < other.end() for other in others)


def may_be_none(text: str, begin: int, start: int, end: int) -> bool:
    """Tell by a quick look whether a match may be in an address or beside another word in capitals."""
    before = text[begin:start]
    if "://" in before or "www." in before:
        return True
    follows = before.endswith(" ") and before[-2:-1].isupper()
    return follows or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())


class WholeText:
    """All texts of a file joined into one, so that one search goes through all of them."""

    def __init__(self, texts: Sequence[FoundText]) -> None:
        self.texts = texts
        self.text = BETWEEN.join([written.text for written in texts])

    @cached_property
    def starts(self) -> list[int]:
        lengths = [len(written.text) + len(BETWEEN) for written in self.texts]
        return list(accumulate(lengths, initial=0))

    def find_text(self, at: int) -> tuple[FoundText, int]:
        """Return the text that holds an index of the joined text, and the index within that text."""
        number = bisect_right(self.starts, at) - 1
        return self.texts[number], at - self.starts[number]


class Explanations:
    """The places where the texts spell abbreviations out."""

    def __init__(self, whole: WholeText) -> None:
        self.texts, self.whole = whole.texts, whole.text

    @cached_property
    def defined(self) -> dict[str, int]:
        """Return where each abbreviation is first spelt out in brackets."""
        defined: dict[str, int] = {}
        for match in BRACKETS.finditer(self.whole):
            if short := find_abbreviation(match[1]):
                defined.setdefault(short, match.start())
        return defined

    @cached_property
    def initials(self) -> Initials:
        return Initials(self.whole)

    def explain(self, use: Use) -> bool:
        if self.defined.get(use.short, use.at) < use.at or self.initials.spell(use.short, use.at):
            return True
        following = AFTERWARDS.match(use.written.text, use.end)
        return following is not None and Initials(following[1].upper()).spell(use.short, 1)

    def later(self, short: str) -> FoundText | None:
        """Return the text that spells the abbreviation out in brackets, or None."""
        offset = self.defined.get(short, len(self.whole) + 1)
        for written in self.texts:
            if offset <= len(written.text):
                return written
            offset -= len(written.text) + len(BETWEEN)
        return None


def find_abbreviation(brackets: str) -> str | None:
    """Return the abbreviation that the words in brackets define, such as `or "the LMC"`, or None."""
    *before, last = brackets.split(" ")
    short = last.strip(QUOTES).removesuffix("s")
    is_short = 2 <= len(short) <= 6 and short.isascii() and short.isalpha() and short.isupper()
    return short if is_short and BEFORE_DEFINED.issuperset(word.strip(QUOTES) for word in before) else None


class Initials:
    """First letters of the words of a text, with the index of each word, to find spelt-out names by.

    There is a row of all words, one without small words, and one with each part of a hyphenated word: `out of
    hours`, `Quality and Outcomes Framework`, `multi-speciality community provider`.
    """

    def __init__(self, text: str) -> None:
        every = [(match.start(), match[0]) for match in WORD.finditer(text)]
        large = [(start, word) for start, word in every if word.lower() not in SMALL]
        parts = [(match.start(), match[0]) for match in PART_OF_WORD.finditer(text)]
        self.rows = [
            ([start for start, _ in row], "".join(word[0] for _, word in row))
            for row in (every, large, parts)
        ]

    def spell(self, short: str, before: int) -> bool:
        """Tell whether words that begin before an index have these initials."""
        for starts, letters in self.rows:
            index = (letters.upper() if len(short) >= TELLING else letters).find(short)
            if index >= 0 and starts[index] < before:
                return True
        return False
