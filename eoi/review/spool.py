"""The values of all submissions in little memory: equal ones once, and answers in a temporary file."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from sys import intern
from tempfile import TemporaryFile
from typing import IO, Any, Self, TypeVar

from eoi.review.answers import Answer
from eoi.review.submissions import ReviewedSubmission

COMMA = b","  # after each answer, so that neighbours can be read as one list
T = TypeVar("T")


class ValuesOnce:
    """The values of the submissions so far."""

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}

    def share(self, one: ReviewedSubmission) -> ReviewedSubmission:
        """Return a submission whose values are replaced by equal ones from earlier submissions."""
        outcome = one.outcome
        return replace(
            one,
            round=self.keep(one.round),
            form=self.keep(one.form),
            status=self.keep(one.status),
            scope=self.keep_all(one.scope),
            ballots=self.keep_all(one.ballots),
            views=self.keep_all(one.views),
            gaps=self.keep_all(one.gaps),
            findings=self.keep_all(one.findings),
            outcome=outcome._replace(
                reasons=self.keep_all(outcome.reasons),
                how=self.keep(outcome.how),
                source=self.keep(outcome.source),
            ),
        )

    def keep(self, value: T) -> T:
        """Return the first value that equals this one."""
        found: T = self.known.setdefault(value, value)
        return found

    def keep_all(self, values: Iterable[T]) -> tuple[T, ...]:
        """Return values replaced by the first equal ones, as a tuple that is kept in the same way."""
        return self.keep(tuple(map(self.keep, values)))


class AnswerSpool:
    """A temporary file of answers, which is removed at the end of its block."""

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
        texts = [b"".join(map(encode_answer, found)) for found in by_question.values()]
        start = self.end
        self.stream.seek(start)
        self.stream.writelines(texts)
        self.end = self.stream.tell()
        sizes, numbers = array("L", map(len, texts)), array("L", map(len, by_question.values()))
        return KeptAnswers(self, start, tuple(map(intern, by_question)), sizes, numbers)

    def read(self, start: int, size: int) -> Iterator[Answer]:
        """Yield the answers in a part of the file."""
        self.stream.seek(start)
        text = self.stream.read(size).removesuffix(COMMA).decode()
        yield from map(decode_answer, json.loads(f"[{text}]"))


def encode_answer(answer: Answer) -> bytes:
    """Return an answer as an item of a list in JSON."""
    return json.dumps(answer).encode() + COMMA


def decode_answer(fields: list[Any]) -> Answer:
    """Return an answer that `encode_answer` wrote."""
    *others, texts = fields
    return Answer._make([*others, tuple(map(tuple, texts))])


@dataclass(frozen=True, slots=True, eq=False)
class KeptAnswers(Collection[Answer]):
    """The answers of one submission, which are read from the file on demand.

    They begin at the byte `start`, sorted by question. `sizes` has the number of bytes for each question, and
    `numbers` the number of its answers.
    """

    spool: AnswerSpool
    start: int
    questions: tuple[str, ...]
    sizes: array[int]
    numbers: array[int]

    def __len__(self) -> int:
        return sum(self.numbers)

    def __iter__(self) -> Iterator[Answer]:
        return self.spool.read(self.start, sum(self.sizes))

    def __contains__(self, answer: object) -> bool:
        return any(one == answer for one in self)

    def to(self, question: str) -> Iterator[Answer]:
        """Yield the answers to one question."""
        if question in self.questions:
            place = self.questions.index(question)
            yield from self.spool.read(self.start + sum(self.sizes[:place]), self.sizes[place])


def list_answers_to_question(answers: Collection[Answer], question: str) -> Iterator[Answer]:
    """Yield the answers to one question."""
    if isinstance(answers, KeptAnswers):
        return answers.to(question)
    return (one for one in answers if one.question == question)


def list_questions_of_answers(answers: Collection[Answer]) -> Collection[str]:
    """Return the keys of the questions that some answers are to."""
    if isinstance(answers, KeptAnswers):
        return answers.questions
    return dict.fromkeys(one.question for one in answers).keys()
