"""The three draft examples state what public minutes say, and every number in them has its evidence.

The minutes are not in the repository, so `evidence/` quotes a few words around each number: one line for
every time a number is stated, in the order of the example, because "three" may be years in one place and
options in another. Where the minutes are at hand, beside the repository, the quotations are compared too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from eoi.source import load
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission.reading import read_submission

EVIDENCE = Path(__file__).parent / "evidence"
REPOSITORY = Path(__file__).parents[2]
SOURCES = REPOSITORY.parent / "shared" / "sources"

# How many numbers each draft holds at least, so that a test that finds none fails.
LEAST_NUMBERS = {"bromley": 12, "central-london": 12, "southampton": 10}

# The invitation and the CCG's code are not facts of the minutes; a comment in each file says so.
NOT_FROM_THE_MINUTES = ("round", "code")

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = re.compile(rf"\d+(?:[,./]\d+)*%?|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")

each_example = pytest.mark.parametrize("example", sorted(LEAST_NUMBERS))


class Evidence(NamedTuple):
    number: str
    source: str
    phrase: str


def numbers_in(text: str) -> list[str]:
    return [in_digits(found) for found in NUMBER.findall(text)]


def in_digits(number: str) -> str:
    """`six` and `6` are the same number; `4` and `4%` are not."""
    word = number.lower()
    return str(WORDS.index(word) + 1) if word in WORDS else number.replace(",", "")


def values(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield node.text
        case Sequence():
            for item in node.items:
                yield from values(item)
        case Mapping():
            for entry in node.entries:
                if entry.key.text not in NOT_FROM_THE_MINUTES:
                    yield from values(entry.value)


@cache
def tree_of(example: str) -> Mapping:
    source = load((REPOSITORY / "examples" / f"{example}.yaml").read_bytes(), f"{example}.yaml")
    assert source.findings == ()
    assert source.tree is not None
    return source.tree


def numbers_of(example: str) -> list[str]:
    return [number for value in values(tree_of(example)) for number in numbers_in(value)]


def evidence_for(example: str) -> list[Evidence]:
    lines = (EVIDENCE / f"{example}.txt").read_text(encoding="utf-8").splitlines()
    return [Evidence(*(part.strip() for part in line.split("|"))) for line in lines]


def normalised(text: str) -> str:
    """Minutes come with non-breaking spaces and curly quotes that nobody types."""
    return " ".join(text.translate(STRAIGHT_QUOTES).split())


def source_text(number: str) -> str:
    (path,) = SOURCES.glob(f"{number}_*.txt")
    return normalised(path.read_text(encoding="utf-8"))


def test_every_draft_example_has_its_evidence_file() -> None:
    assert sorted(path.stem for path in EVIDENCE.glob("*.txt")) == sorted(LEAST_NUMBERS)


@each_example
def test_a_draft_example_reads_with_no_findings(example: str) -> None:
    submission, findings = read_submission(tree_of(example))
    assert findings == ()
    assert submission is not None


@each_example
def test_every_number_in_a_draft_example_has_its_line_of_evidence_in_the_same_order(example: str) -> None:
    assert [in_digits(evidence.number) for evidence in evidence_for(example)] == numbers_of(example)


@each_example
def test_every_phrase_of_the_evidence_is_short_and_holds_its_number(example: str) -> None:
    for evidence in evidence_for(example):
        assert in_digits(evidence.number) in numbers_in(evidence.phrase), evidence
        assert len(evidence.phrase.split()) < 12, evidence


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the minutes are not beside the repository")
@each_example
def test_every_phrase_of_the_evidence_is_in_its_source_word_for_word(example: str) -> None:
    for evidence in evidence_for(example):
        assert normalised(evidence.phrase) in source_text(evidence.source), evidence


@each_example
def test_a_draft_example_holds_at_least_the_numbers_that_were_counted_by_hand(example: str) -> None:
    assert len(numbers_of(example)) >= LEAST_NUMBERS[example]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("500 GPs, 1,250.5 more and only 40%", ["500", "1250.5", "40%"]),
        ("a three-year plan for 2019/20-2020/21", ["3", "2019/20", "2020/21"]),
        ("Six in crisis, down 3-4% (7-day working)", ["6", "3", "4%", "7"]),
        ("someone often wonders", []),
    ],
)
def test_numbers_are_found_as_digits_and_as_words(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == numbers
