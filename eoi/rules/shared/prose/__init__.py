"""Sentences of a text in Markdown.

An item of a list and a heading each end a sentence, even without a full stop.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse
from operator import itemgetter
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose.words import Passage
from eoi.source.characters import PASTED

# The start of a block: a bullet, a number, a heading, a quotation, or a blank line. Most lines begin with a
# letter that is no bullet, so they are left at once.
BEGIN = Expression(
    r"\n(?![A-Za-np-uw-z])[ \t]*"
    rf"(?:(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+|(?=\n|\Z))"
)
BEHIND = r"[\"'’”)\]*_]*(?=\s)"
END = Expression(rf"[.!?…]{BEHIND}")
# Most texts have no other mark, and to look for one letter takes a tenth of the time.
FULL_STOP = Expression(rf"\.{BEHIND}")
LETTER = re.compile(r"\w")

# These parts quote other bodies, whose words need not agree with the fields.
QUOTED = ("support", "decision", "waivers", "remarks")
# Short fields in which the applicants speak for themselves. In others a sentence can be somebody's view,
# a risk or a later phase.
OWN_ANSWERS = frozenset((
    "comment", "details", "policy", "registers", "guardian", "answer", "mitigation", "consulted", "method",
    "measure", "outcomes", "how",
))  # fmt: skip
FEWEST_SPACES = 4
PREFIX = 4
cut_word = itemgetter(slice(PREFIX))
# Characters that can stand before a word without a space.
OPENING = "([{'\"‘“*_-–"
DIGIT = Expression(r"\d")


class Sentence(NamedTuple):
    """A sentence of a long text, and its start in the text.

    `flat` is in lower case and on one line. Each character has the same index in it as in `text`.
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
    """All sentences in which the applicants speak for themselves, with an index and their lengths in words.

    Rules look for hundreds of words, so the sentences are indexed by the beginnings of their words. That is
    ten times faster than searching all of them for each word.
    """

    def __init__(self, texts: Iterable[FoundText]) -> None:
        self.sentences = tuple(list_own_sentences(texts))
        self.flats = [sentence.flat for sentence in self.sentences]
        self.index, self.lengths = build_index(self.flats)
        self.keys = f" {' '.join(self.index)} "
        self.found: dict[str, set[int]] = {}

    def find_sentences(self, *parts: str, also: Iterable[str] = ()) -> list[Sentence]:
        """Return the sentences that contain one of the parts and, if given, one of `also`.

        A part is the beginning of a word, or some words, in lower case.
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
        """Return the sentences that contain a digit or one of the words."""
        keys = [key for key in filterfalse(str.isalpha, self.index) if DIGIT.search(key)]
        numbers = {number for key in keys for number in self.index[key]}
        return [self.sentences[number] for number in sorted(numbers | self.find_numbers(words))]

    def find_numbers(self, parts: Iterable[str]) -> set[int]:
        """Return the indexes of the sentences that contain one of the parts.

        Most parts have no key in a file, and are left out at once.
        """
        index, known = self.index, self.found
        found: set[int] = set()
        for key, alike in group_by_key(tuple(parts)):
            if key in index or len(key) < PREFIX:
                for part in alike:
                    if part not in known:
                        known[part] = self.search(part, key)
                    found |= known[part]
        return found

    def search(self, part: str, key: str) -> set[int]:
        """Return the indexes of the sentences with a part, by the key of its longest word."""
        wanted, flats = part.strip(), self.flats
        if len(key) == PREFIX:
            numbers = self.index[key]
        else:
            numbers = [number for one in self.find_keys(key) for number in self.index[one]]
        return set(numbers if wanted == key else [number for number in numbers if wanted in flats[number]])

    def find_keys(self, short: str) -> list[str]:
        """Return the keys of the index that begin with some letters.

        Few rules ask for so short words, so to look for them among all keys is quicker than to sort these.
        """
        found, sign = [], f" {short}"
        at = self.keys.find(sign)
        while at >= 0:
            end = self.keys.index(" ", at + 1)
            found.append(self.keys[at + 1 : end])
            at = self.keys.find(sign, end)
        return found


def cut_key(part: str) -> str:
    """Return the first four letters of the longest word of a part."""
    return max(part.split(), key=len, default="")[:PREFIX]


@lru_cache(maxsize=1024)
def group_by_key(parts: tuple[str, ...]) -> tuple[tuple[str, list[str]], ...]:
    """Return the parts by their keys, some of which are shorter than those of the index.

    A part without a word is left out: officers type '-' where they have no name yet.
    """
    keyed: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts:
        if key := cut_key(part):
            keyed[key].append(part)
    return tuple(keyed.items())


def build_index(flats: Sequence[str]) -> tuple[dict[str, list[int]], list[int]]:
    """Index the sentences by the first four letters of their words, and count the words of each.

    An index is repeated for each such word, since removing the second takes longer than keeping it.
    """
    index: defaultdict[str, list[int]] = defaultdict(list)
    lengths = []
    for number, flat in enumerate(flats):
        words = flat.split()
        lengths.append(len(words))
        for key in map(cut_word, words):
            index[key].append(number)
    for opened in [key for key in index if key[0] in OPENING]:
        for number in set(index[opened]):
            for rest in f" {flats[number]}".split(f" {opened}")[1:]:
                word = f"{opened}{rest}".split(maxsplit=1)[0]
                index[word.lstrip(OPENING)[:PREFIX]].append(number)
    return index, lengths


def list_own_sentences(texts: Iterable[FoundText]) -> Iterator[Sentence]:
    """Yield the sentences of the texts in which the applicants speak for themselves."""
    for written in texts:
        if holds_own_sentences(written):
            flat = flatten(written.text)
            for start, end in split_sentences(written.text):
                # The same as `Sentence(...)` in half the time: a file has hundreds of sentences.
                yield tuple.__new__(Sentence, (written, start, written.text[start:end], flat[start:end]))


def holds_own_sentences(written: FoundText) -> bool:
    """Tell whether the applicants speak for themselves in a text, which is long or is at least a sentence."""
    text = written.text
    return written.path[0] not in QUOTED and (
        written.is_prose
        or (text.endswith(".") and text.count(" ") >= FEWEST_SPACES and written.field in OWN_ANSWERS)
    )


def flatten(text: str) -> str:
    """Return a text in lower case on one line, with the same length.

    It keeps its capitals if a letter of another alphabet would become two.
    """
    lowered = text.lower()
    flat = (lowered if len(lowered) == len(text) else text).replace("\n", " ")
    return flat if flat.isascii() else flat.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence."""
    mark = END if "?" in text or "!" in text or "…" in text else FULL_STOP
    for start, end in split_blocks(text):
        for match in mark.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        if text[start:end].strip():
            yield start, end


def split_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph and item of a list, without its marker.

    A heading is a single line.
    """
    start, marker = 0, ""
    for begin in (*BEGIN.finditer(f"\n{text}"), None):
        end = begin.start() if begin else len(text)
        if "#" in marker and 0 < (end_of_line := text.find("\n", start) + 1) < end:
            yield start, end_of_line
            start = end_of_line
        yield start, end
        if begin:
            start, marker = begin.end() - 1, begin[0]


def split_words(text: str) -> list[str]:
    """Return the words of a text, without dashes that are on their own."""
    return [word for word in text.split() if LETTER.search(word)]
