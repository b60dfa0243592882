"""The sentences of a text in Markdown; an item of a list or a heading ends one without a full stop."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.rules.shared.texts import Written
from eoi.rules.shared.words import Words
from eoi.source.bullets import PASTED

# What a line begins with where it starts a block of its own: a bullet, a number, a heading, a quotation.
MARKER = re.compile(rf"[ \t]*(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+|[ \t]*(?=\n|$)")
END = re.compile(r"[.!?…][\"'’”)\]*_]*(?=\s)")
LETTER = re.compile(r"\w")


# What other bodies said is not the applicants' to hold to the fields.
QUOTED = ("support", "decision", "waivers")
PREFIX = 4
# What can stand before a word without a space between.
OPENING = "([{'\"‘“*_-–"
LAST = "\U0010ffff"
DIGIT = Expression(r"\d")


class Sentence(NamedTuple):
    """A sentence of a long text, and where in the text it begins.

    `flat` is in small letters and on one line; each character stands where it stands in `text`.
    """

    written: Written
    start: int
    text: str
    flat: str

    @property
    def words(self) -> Words:
        return self.part(0, len(self.text))

    def part(self, start: int, end: int) -> Words:
        return Words(self.written.text, self.start + start, self.start + end)


class Prose:
    """All sentences in which the applicants speak for themselves, to be looked up by what they hold.

    Rules ask for hundreds of words, so the sentences are indexed by how each of their words begins; that is
    ten times faster than to look for each word in all of them.
    """

    def __init__(self, texts: Iterable[Written]) -> None:
        self.sentences = tuple(list_own_sentences(texts))
        self.index = build_index(self.sentences)
        self.keys = sorted(self.index)
        self.found: dict[str, set[int]] = {}

    def holding(self, *parts: str, also: Iterable[str] = ()) -> list[Sentence]:
        """Return the sentences that hold one of the parts, and one of `also` if there are any.

        A part is how a word begins, or some words, in small letters.
        """
        # Fewer are looked for in `also`, so it is asked first.
        others = self.numbers(also) if also else None
        if others is not None and not others:
            return []
        numbers = self.numbers(parts)
        if others is not None:
            numbers = numbers & others
        return [self.sentences[number] for number in sorted(numbers)]

    def holding_figures(self, *words: str) -> list[Sentence]:
        """Return the sentences that hold a digit, or one of the words."""
        numbers = {
            number
            for key, found in self.index.items()
            if not key.isalpha() and DIGIT.search(key)
            for number in found
        }
        return [self.sentences[number] for number in sorted(numbers | self.numbers(words))]

    def numbers(self, parts: Iterable[str]) -> set[int]:
        found = set[int]()
        for part in parts:
            if part not in self.found:
                self.found[part] = self.search(part)
            found |= self.found[part]
        return found

    def search(self, part: str) -> set[int]:
        """Search only the sentences that hold a word that begins as the longest word of the part.

        A part without a word is in none: officers type '-' where they have no name yet.
        """
        wanted, key = part.strip(), cut_key(part)
        if not key:
            return set()
        keys = (key,) if len(key) == PREFIX else self.keys_beginning(key)
        numbers = [number for one in keys if one in self.index for number in self.index[one]]
        return {number for number in numbers if wanted in self.sentences[number].flat}

    def keys_beginning(self, short: str) -> Sequence[str]:
        """Return the keys that begin with a part which is shorter than they are."""
        return self.keys[bisect_left(self.keys, short) : bisect_left(self.keys, short + LAST)]


@lru_cache(maxsize=4096)
def cut_key(part: str) -> str:
    return max(part.split(), key=len, default="")[:PREFIX]


def build_index(sentences: Sequence[Sentence]) -> dict[str, list[int]]:
    """Return the numbers of the sentences by the first letters of their words."""
    index = defaultdict[str, list[int]](list)
    for number, sentence in enumerate(sentences):
        for key in {word[:PREFIX] for word in sentence.flat.split()}:
            index[key].append(number)
    for opened in [key for key in index if key[0] in OPENING]:
        for number in index[opened]:
            for word in sentences[number].flat.split():
                if word.startswith(opened):
                    index[word.lstrip(OPENING)[:PREFIX]].append(number)
    return index


def list_own_sentences(texts: Iterable[Written]) -> Iterator[Sentence]:
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
    for start, end in split_blocks(text):
        for match in END.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        if text[start:end].strip():
            yield start, end


def split_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs and items of lists, without their markers."""
    start = position = 0
    heading = False
    for line in text.splitlines(keepends=True):
        marker = MARKER.match(text, position, position + len(line))
        if marker or heading:
            yield start, position
            start = marker.end() if marker else position
            heading = marker is not None and "#" in marker[0]
        position += len(line)
    yield start, position


def split_words(text: str) -> list[str]:
    """Return the words: a dash on its own is none."""
    return [word for word in text.split() if LETTER.search(word)]
