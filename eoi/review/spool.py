"""The answers of all submissions in a temporary file, so that memory does not grow with what they say."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import IO, NamedTuple, Self

from eoi.review.answers import Answer

COMMA = b","  # behind each answer, so that those side by side are one list


class SpooledPart(NamedTuple):
    """The answers to one question: their first byte in the file, how many bytes, and how many answers."""

    start: int
    length: int
    number: int


class AnswerSpool:
    """A temporary file of answers, which goes at the end of its block."""

    def __init__(self) -> None:
        self.stream: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it is closed at the end of the block
        self.end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.stream.close()

    def keep(self, answers: Iterable[Answer]) -> KeptAnswers:
        """Write the answers of one submission, and return where they are."""
        by_question: dict[str, list[Answer]] = {}
        for answer in answers:
            by_question.setdefault(answer.question, []).append(answer)
        start, parts, texts = self.end, dict[str, SpooledPart](), list[bytes]()
        for question, found in by_question.items():
            texts.append(b"".join(json.dumps(answer).encode() + COMMA for answer in found))
            parts[question] = SpooledPart(self.end, len(texts[-1]), len(found))
            self.end += len(texts[-1])
        self.stream.seek(start)
        self.stream.writelines(texts)
        return KeptAnswers(self, parts)

    def read(self, start: int, length: int) -> Iterator[Answer]:
        """Yield the answers in a part of the file."""
        self.stream.seek(start)
        text = self.stream.read(length).removesuffix(COMMA).decode()
        yield from map(Answer._make, json.loads(f"[{text}]"))


class KeptAnswers(Collection[Answer]):
    """The answers of one submission, each read from the file when it is asked for."""

    def __init__(self, spool: AnswerSpool, places: Mapping[str, SpooledPart]) -> None:
        self.spool, self.places = spool, places

    def __len__(self) -> int:
        return sum(place.number for place in self.places.values())

    def __iter__(self) -> Iterator[Answer]:
        parts = self.places.values()
        start = min((part.start for part in parts), default=0)
        return self.spool.read(start, sum(part.length for part in parts))

    def __contains__(self, answer: object) -> bool:
        return any(one == answer for one in self)

    def to(self, question: str) -> Iterator[Answer]:
        """Yield the answers to one question."""
        if part := self.places.get(question):
            yield from self.spool.read(part.start, part.length)


def answers_to(answers: Collection[Answer], question: str) -> Iterator[Answer]:
    """Yield those of some answers that answer one question."""
    if isinstance(answers, KeptAnswers):
        return answers.to(question)
    return (one for one in answers if one.question == question)


def questions_of(answers: Collection[Answer]) -> Collection[str]:
    """Return the keys of the questions that the answers answer."""
    if isinstance(answers, KeptAnswers):
        return answers.places.keys()
    return dict.fromkeys(one.question for one in answers).keys()
