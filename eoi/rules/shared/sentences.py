"""The sentences of a text in Markdown; an item of a list or a heading ends one without a full stop."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.rules.shared.texts import FoundText
from eoi.rules.shared.words import Passage
from eoi.source.bullets import PASTED

# The start of a line that begins a block: a bullet, a number, a heading, a quotation.
MARKER = Expression(rf"[ \t]*(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+")
BEHIND = r"[\"'’”)\]*_]*(?=\s)"
END = Expression(rf"[.!?…]{BEHIND}")
# Most texts have no other end, and to look for one letter takes a tenth of the time.
FULL_STOP = Expression(rf"\.{BEHIND}")
LETTER = re.compile(r"\w")


# The words of other bodies need not agree with the fields.
QUOTED = ("support", "decision", "waivers", "remarks")
PREFIX = 4
# Characters that can stand before a word without a space.
OPENING = "([{'\"‘“*_-–"
LAST = "\U0010ffff"
DIGIT = Expression(r"\d")


class Sentence(NamedTuple):
    """A sentence of a long text, and where in the text it begins.

    `flat` is in small letters and on one line; each character stands where it stands in `text`.
    """

    written: FoundText
    start: int
    text: str
    flat: str

    @property
    def words(self) -> Passage:
        return self.cut_passage(0, len(self.text))

    def cut_passage(self, start: int, end: int) -> Passage:
        return Passage(self.written.text, self.start + start, self.start + end)


class Prose:
    """All sentences in which the applicants speak for themselves, with an index.

    Rules ask for hundreds of words, so the sentences are indexed by the beginnings of their words; that is
    ten times faster than a search for each word in all of them.
    """

    def __init__(self, texts: Iterable[FoundText]) -> None:
        self.sentences = tuple(list_own_sentences(texts))
        self.flats = [sentence.flat for sentence in self.sentences]
        self.index = build_index(self.flats)
        self.keys = sorted(self.index)
        self.found: dict[str, set[int]] = {}

    def find_sentences(self, *parts: str, also: Iterable[str] = ()) -> list[Sentence]:
        """Return the sentences that hold one of the parts, and one of `also` if there are any.

        A part is how a word begins, or some words, in small letters.
        """
        # `also` has fewer words, so they are looked up first.
        others = self.find_numbers(also) if also else None
        if others is not None and not others:
            return []
        numbers = self.find_numbers(parts)
        if others is not None:
            numbers = numbers & others
        return [self.sentences[number] for number in sorted(numbers)]

    def find_sentences_with_figures(self, *words: str) -> list[Sentence]:
        """Return the sentences that hold a digit, or one of the words."""
        numbers = {
            number
            for key, found in self.index.items()
            if not key.isalpha() and DIGIT.search(key)
            for number in found
        }
        return [self.sentences[number] for number in sorted(numbers | self.find_numbers(words))]

    def find_numbers(self, parts: Iterable[str]) -> set[int]:
        """Return where a part is held. Most of a vocabulary has no key in a file, and is left out at once."""
        keyed, short = group_by_key(tuple(parts))
        there = [part for key in keyed.keys() & self.index.keys() for part in keyed[key]]
        found = set[int]()
        for part in (*there, *short):
            if part not in self.found:
                self.found[part] = self.search(part)
            found |= self.found[part]
        return found

    def search(self, part: str) -> set[int]:
        """Search only the sentences that hold a word that begins as the longest word of the part."""
        wanted, key, flats = part.strip(), cut_key(part), self.flats
        if wanted == key and len(key) == PREFIX:
            return set(self.index[key])
        keys = (key,) if len(key) == PREFIX else self.find_keys(key)
        return {number for one in keys for number in self.index[one] if wanted in flats[number]}

    def find_keys(self, short: str) -> Sequence[str]:
        """Return the keys that begin with a part which is shorter than they are."""
        return self.keys[bisect_left(self.keys, short) : bisect_left(self.keys, short + LAST)]


@lru_cache(maxsize=4096)
def cut_key(part: str) -> str:
    """Return the first letters of the longest word of a part."""
    return max(part.split(), key=len, default="")[:PREFIX]


@lru_cache(maxsize=1024)
def group_by_key(parts: tuple[str, ...]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the parts by their keys, and those that are shorter than a key.

    A part without a word is in no sentence: officers type '-' where they have no name yet.
    """
    keyed, short = defaultdict[str, list[str]](list), list[str]()
    for part in parts:
        if len(key := cut_key(part)) == PREFIX:
            keyed[key].append(part)
        elif key:
            short.append(part)
    return keyed, short


def build_index(flats: Sequence[str]) -> dict[str, list[int]]:
    """Return the numbers of the sentences by the first letters of their words.

    A number stands there for each such word: to drop the second takes longer than to keep it.
    """
    index = defaultdict[str, list[int]](list)
    for number, flat in enumerate(flats):
        for word in flat.split():
            index[word[:PREFIX]].append(number)
    for opened in [key for key in index if key[0] in OPENING]:
        for number in set(index[opened]):
            for word in flats[number].split():
                if word.startswith(opened):
                    index[word.lstrip(OPENING)[:PREFIX]].append(number)
    return index


def list_own_sentences(texts: Iterable[FoundText]) -> Iterator[Sentence]:
    """Yield the sentences of the long texts in which the applicants speak for themselves."""
    for written in texts:
        if written.is_prose and written.path[0] not in QUOTED:
            flat = flatten(written.text)
            for start, end in split_sentences(written.text):
                yield Sentence(written, start, written.text[start:end], flat[start:end])


def flatten(text: str) -> str:
    """Return the text in small letters on one line, and as long as it was.

    A few letters of other alphabets grow when they are made small.
    """
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).replace("\n", " ").replace("’", "'")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each sentence reaches."""
    mark = END if any(other in text for other in "!?…") else FULL_STOP
    for start, end in split_blocks(text):
        for match in mark.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        if text[start:end].strip():
            yield start, end


def split_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs and items of lists, without their markers."""
    marker = read_marker(text, 0) or ""
    start = len(marker)
    while end := find_end_of_block(text, start, marker):
        yield start, end
        marker = read_marker(text, end) or ""
        start = end + len(marker)
    yield start, len(text)


def read_marker(text: str, start: int) -> str | None:
    """Return the marker of the line that begins here, or its spaces if it is blank; None if it is neither.

    Most lines begin with a word, and need no expression.
    """
    end = text.find("\n", start)
    line = text[start:end] if end >= 0 else text[start:]
    words = line.lstrip(" \t")
    if not words:
        return line
    match = None if words[:2].isalpha() else MARKER.match(line)
    return match[0] if match else None


def find_end_of_block(text: str, start: int, marker: str) -> int:
    """Return where the next block begins, 0 in the last one; a heading is one line."""
    end = text.find("\n", start) + 1
    while end and "#" not in marker and read_marker(text, end) is None:
        end = text.find("\n", end) + 1
    return end


def split_words(text: str) -> list[str]:
    """Return the words: a dash on its own is none."""
    return [word for word in text.split() if LETTER.search(word)]
