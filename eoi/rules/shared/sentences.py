"""The sentences of a text in Markdown; an item of a list or a heading ends one without a full stop."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from eoi.rules.shared.texts import Written
from eoi.rules.shared.words import Words
from eoi.source.bullets import PASTED

# What a line begins with where it starts a block of its own: a bullet, a number, a heading, a quotation.
MARKER = re.compile(rf"[ \t]*(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+|[ \t]*(?=\n|$)")
END = re.compile(r"[.!?…][\"'’”)\]*_]*(?=\s)")
LETTER = re.compile(r"\w")


# What other bodies said is not the applicants' to hold to the fields.
QUOTED = ("support", "decision", "waivers")
BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class Sentence:
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

    A few words are looked for in all of them at once, because that is a hundred times faster than to try
    each sentence.
    """

    def __init__(self, texts: Iterable[Written]) -> None:
        self.sentences = tuple(own_sentences(texts))
        self.whole = BETWEEN.join(sentence.flat for sentence in self.sentences)
        self.starts = list(
            accumulate((len(sentence.flat) + 1 for sentence in self.sentences[:-1]), initial=0)
        )

    def holding(self, *parts: str) -> list[Sentence]:
        """The sentences that hold one of the parts of words, in small letters."""
        found = {index for part in parts for index in self.places(part)}
        return [self.sentences[index] for index in sorted(found)]

    def places(self, part: str) -> Iterator[int]:
        at = self.whole.find(part)
        while at >= 0:
            index = bisect_right(self.starts, at) - 1
            yield index
            following = index + 1
            at = self.whole.find(part, self.starts[following]) if following < len(self.starts) else -1


def own_sentences(texts: Iterable[Written]) -> Iterator[Sentence]:
    """Those of the long texts in which the applicants speak for themselves."""
    for written in texts:
        if written.is_prose and written.path[0] not in QUOTED:
            flat = flattened(written.text)
            for start, end in sentences(written.text):
                yield Sentence(written, start, written.text[start:end], flat[start:end])


def flattened(text: str) -> str:
    """As long as the text was: a few letters of other alphabets grow when they are made small."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).replace("\n", " ").replace("’", "'")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence reaches."""
    for start, end in blocks(text):
        for match in END.finditer(text, start, end):
            yield start, match.end()
            start = match.end()
        if text[start:end].strip():
            yield start, end


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and items of lists, without their markers."""
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


def words(text: str) -> list[str]:
    """A dash on its own is no word."""
    return [word for word in text.split() if LETTER.search(word)]
