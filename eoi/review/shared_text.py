"""Sentences that several submissions share word for word, or with nothing but the figures changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eoi.review.submissions import NamedCcg, Reviewed

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*]\s")
WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d+(?:[,.]\d+)*")
FEWEST_WORDS = 12  # of a sentence; shorter ones are alike by chance


class SharedText(NamedTuple):
    """A sentence, with the submissions that have it and where each does.

    With `is_same` false, the submissions state other figures in it.
    """

    words: str
    places: tuple[tuple[Reviewed, str], ...]
    is_same: bool = True


def find_shared_texts(submissions: Iterable[Reviewed]) -> list[SharedText]:
    """Return the sentences of several submissions, those of most first.

    Several by the same CCGs are versions of one submission, and share what they like.
    """
    found: dict[tuple[str, ...], dict[tuple[NamedCcg, ...], tuple[Reviewed, str, str]]] = {}
    for one in submissions:
        for key, sentence, path in sentences_of(one):
            found.setdefault(key, {}).setdefault(one.ccgs, (one, path, sentence))
    shared = [describe_shared(tuple(places.values())) for places in found.values() if len(places) > 1]
    return sorted(shared, key=lambda one: (-len(one.places), one.words))


def describe_shared(places: Sequence[tuple[Reviewed, str, str]]) -> SharedText:
    """Return a sentence in the words of the first that has it."""
    sentences = [sentence for _, _, sentence in places]
    where = tuple((one, path) for one, path, _ in places)
    return SharedText(sentences[0], where, has_one_set_of_figures(sentences))


def sentences_of(submission: Reviewed) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the long sentences of a submission with what makes them alike: their words."""
    for answer in submission.answers:
        for sentence in SENTENCE.split(answer.text):
            words = tuple(WORD.findall(FIGURE.sub("0", sentence.lower())))
            if len(words) >= FEWEST_WORDS:
                yield words, " ".join(sentence.split()), answer.path


def has_one_set_of_figures(sentences: Iterable[str]) -> bool:
    """Tell whether sentences that are alike in their words are alike in their figures too."""
    return len({tuple(FIGURE.findall(sentence)) for sentence in sentences}) == 1
