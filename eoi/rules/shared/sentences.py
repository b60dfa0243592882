"""The sentences of a text in Markdown; an item of a list or a heading ends one without a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eoi.rules.shared.texts import Written
from eoi.rules.shared.words import Words
from eoi.source.bullets import PASTED

# What a line begins with where it starts a block of its own: a bullet, a number, a heading, a quotation.
MARKER = re.compile(rf"[ \t]*(?:(?:[-*+]|{PASTED}|\d{{1,2}}[.)]|#{{1,6}}|>)[ \t]+)+|[ \t]*(?=\n|$)")
END = re.compile(r"[.!?…][\"'’”)\]*_]*(?=\s)")
LETTER = re.compile(r"\w")


# What other bodies said is not the applicants' to hold to the fields.
QUOTED = ("support", "decision", "waivers")


class Sentence(NamedTuple):
    """A sentence of a long text, and where in the text it begins."""

    written: Written
    start: int
    text: str

    @property
    def words(self) -> Words:
        return Words(self.written.text, self.start, self.start + len(self.text))


def own_sentences(texts: Iterable[Written]) -> Iterator[Sentence]:
    """Those of the long texts in which the applicants speak for themselves."""
    for written in texts:
        if written.is_prose and written.path[0] not in QUOTED:
            for start, end in sentences(written.text):
                yield Sentence(written, start, written.text[start:end])


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
