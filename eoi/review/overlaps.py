"""CCGs, signatories, posts and sentences that are in several submissions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from eoi.review.sentences import LongSentence, list_sentence_figures, list_sentences, number_sentence
from eoi.review.submissions import ReviewedSubmission
from eoi.review.totals import is_standing


class Overlap(NamedTuple):
    """A CCG, a signatory or a post in several submissions."""

    kind: str
    name: str
    submissions: tuple[ReviewedSubmission, ...]


NAMES: Mapping[str, Callable[[ReviewedSubmission], Iterable[str]]] = {
    "CCG": lambda one: [ccg.name for ccg in one.ccgs],
    "Signatory": lambda one: one.signatories,
    "Post": lambda one: one.posts,
}


def find_overlaps(submissions: Iterable[ReviewedSubmission]) -> list[Overlap]:
    """Find the CCGs, signatories and posts that several submissions share, by kind and name.

    Submissions that were withdrawn or declined are left out.
    """
    standing = list(filter(is_standing, submissions))
    found: list[Overlap] = []
    for kind, names_of in NAMES.items():
        by_name: dict[str, list[ReviewedSubmission]] = {}
        for one in standing:
            for name in dict.fromkeys(names_of(one)):
                by_name.setdefault(name, []).append(one)
        several = ((name, those) for name, those in sorted(by_name.items()) if len(those) > 1)
        found += [Overlap(kind, name, tuple(those)) for name, those in several]
    return found


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
