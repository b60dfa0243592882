"""Sentences that several submissions share word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eoi.review.submissions import Reviewed

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*]\s")
WORD = re.compile(r"\w+")
FEWEST_WORDS = 12  # of a sentence; shorter ones are alike by chance


class SharedText(NamedTuple):
    """A sentence, with the submissions that have it and where each does."""

    words: str
    places: tuple[tuple[Reviewed, str], ...]


def find_shared_texts(submissions: Iterable[Reviewed]) -> list[SharedText]:
    """Return the sentences of several submissions, those of most first.

    Several by the same CCGs are versions of one submission, and share what they like.
    """
    found: dict[tuple[str, ...], list[tuple[Reviewed, str]]] = {}
    said: dict[tuple[str, ...], str] = {}
    for one in submissions:
        for key, sentence, path in sentences_of(one):
            places = found.setdefault(key, [])
            said.setdefault(key, sentence)
            if all(other.ccgs != one.ccgs for other, _ in places):
                places.append((one, path))
    shared = [SharedText(said[key], tuple(places)) for key, places in found.items() if len(places) > 1]
    return sorted(shared, key=lambda one: (-len(one.places), one.words))


def sentences_of(submission: Reviewed) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the long sentences of a submission with what makes them alike: their words."""
    for answer in submission.answers:
        for sentence in SENTENCE.split(answer.text):
            words = tuple(WORD.findall(sentence.lower()))
            if len(words) >= FEWEST_WORDS:
                yield words, " ".join(sentence.split()), answer.path
