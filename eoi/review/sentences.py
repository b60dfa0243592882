"""The long sentences in answers, and a short number for each, by which similar ones are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from eoi.review.answers import Answer

SENTENCE = re.compile(r"\s(?<=[.!?]\s)\s*|\n\s*\n|\n\s*[-*]\s")
WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d(?:[,.]?\d)*")
FEWEST_WORDS = 12  # of a sentence; shorter sentences are alike by chance
END = re.compile(r"[.!?]\s+|\n\s*(?:\n|[-*]\s)")  # as above, but it takes the full stop, and is quicker
FIRST_WORDS = re.compile(rf"\W*(?:\w+\W+){{{FEWEST_WORDS - 1}}}\w+")
BYTES = 6  # of a number; sentences with the same number are then compared by all their words


class LongSentence(NamedTuple):
    """A sentence, the path of its answer, and a key for similar sentences: its words without figures."""

    alike: str
    words: str
    path: str


def list_sentences(answers: Iterable[Answer]) -> Iterator[LongSentence]:
    """Yield the long sentences of answers."""
    for path, text in list_own_texts(answers):
        for sentence in SENTENCE.split(text):
            words = WORD.findall(FIGURE.sub("0", sentence.lower()))
            if len(words) >= FEWEST_WORDS:
                yield LongSentence(" ".join(words), " ".join(sentence.split()), path)


def list_own_texts(answers: Iterable[Answer]) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of each text that the CCG typed."""
    return chain.from_iterable(answer.own_texts for answer in answers)


def number_sentences(answers: Iterable[Answer]) -> set[int]:
    """Return the numbers of all long sentences in some answers."""
    return {
        number_words(WORD.findall(first[0]))
        for _, text in list_own_texts(answers)
        for sentence in END.split(FIGURE.sub("0", text.lower()))
        if (first := FIRST_WORDS.match(sentence))
    }


def number_sentence(alike: str) -> int:
    """Return the number of a long sentence. Sentences with the same first words have the same number."""
    return number_words(alike.split(" ", FEWEST_WORDS)[:FEWEST_WORDS])


def number_words(words: Iterable[str]) -> int:
    """Return a number computed from some words."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=BYTES).digest(), "big")


def list_sentence_figures(sentence: str) -> tuple[str, ...]:
    """Return the figures in a sentence."""
    return tuple(FIGURE.findall(sentence))
