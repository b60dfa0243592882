"""The long sentences of answers, and a short number for each that tells which are alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from eoi.review.answers import Answer

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*]\s")
WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d+(?:[,.]\d+)*")
FEWEST_WORDS = 12  # of a sentence; shorter ones are alike by chance
BYTES = 6  # of a number; two sentences that share one by chance are told apart by their words


class LongSentence(NamedTuple):
    """A sentence, the path of its answer, and what makes sentences alike: their words without the figures."""

    alike: str
    words: str
    path: str

    @property
    def number(self) -> int:
        return int.from_bytes(blake2b(self.alike.encode(), digest_size=BYTES).digest(), "big")


def list_sentences(answers: Iterable[Answer]) -> Iterator[LongSentence]:
    """Yield the long sentences of answers."""
    for answer in answers:
        for sentence in SENTENCE.split(answer.text):
            words = WORD.findall(FIGURE.sub("0", sentence.lower()))
            if len(words) >= FEWEST_WORDS:
                yield LongSentence(" ".join(words), " ".join(sentence.split()), answer.path)


def list_sentence_figures(sentence: str) -> tuple[str, ...]:
    """Return the figures in a sentence."""
    return tuple(FIGURE.findall(sentence))
