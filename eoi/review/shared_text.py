"""Sentences that several submissions share, word for word or with other figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eoi.review.sentences import LongSentence, list_sentence_figures, list_sentences, number_sentence
from eoi.review.submissions import ReviewedSubmission


class SharedText(NamedTuple):
    """A sentence, with the submissions that have it and its path in each.

    `is_same` is False if the submissions have different figures in it.
    """

    words: str
    places: tuple[tuple[ReviewedSubmission, str], ...]
    is_same: bool = True


def find_shared_texts(submissions: Sequence[ReviewedSubmission]) -> list[SharedText]:
    """Find the sentences that several submissions share, the most frequent first.

    Submissions by the same CCGs are versions of one submission, so sentences that they share are not counted.
    """
    numbers = find_shared_numbers(submissions)
    found: dict[str, dict[frozenset[str], tuple[ReviewedSubmission, LongSentence]]] = {}
    for one in submissions:
        if not numbers.isdisjoint(one.sentences):
            for sentence in list_sentences(one.answers):
                if number_sentence(sentence.alike) in numbers:
                    found.setdefault(sentence.alike, {}).setdefault(one.applying, (one, sentence))
    shared = [describe_shared(tuple(places.values())) for places in found.values() if len(places) > 1]
    return sorted(shared, key=lambda one: (-len(one.places), one.words))


def find_shared_numbers(submissions: Iterable[ReviewedSubmission]) -> set[int]:
    """Return the numbers of the sentences that are in submissions of different CCGs."""
    owners: dict[int, frozenset[str]] = {}
    return {
        number
        for one, applying in ((one, one.applying) for one in submissions)
        for number in one.sentences
        if owners.setdefault(number, applying) != applying
    }


def describe_shared(places: Sequence[tuple[ReviewedSubmission, LongSentence]]) -> SharedText:
    """Return a shared sentence, in the words of the first submission that has it."""
    figures = {list_sentence_figures(sentence.words) for _, sentence in places}
    where = tuple((one, sentence.path) for one, sentence in places)
    return SharedText(places[0][1].words, where, len(figures) == 1)
