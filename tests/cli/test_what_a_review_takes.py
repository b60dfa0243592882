"""A review takes little more than a check of the same folder, and keeps little of each submission."""

from __future__ import annotations

import pickle
import tracemalloc
from pathlib import Path
from typing import NamedTuple

import pytest

from eoi.cli.review import ReviewOptions, keep_little, plan_review
from eoi.cli.review_files import write_review
from eoi.review.overview import review_round
from eoi.review.spool import AnswerSpool, ValuesOnce
from tests.calls import count_calls
from tests.cli.calls import Call
from tests.review.make_round import make_round
from tests.samples import EXAMPLES
from tests.thorough import examples

pytestmark = pytest.mark.slow
MOST = 1.7  # times the calls of functions that a check makes
COMPARED = 20  # submissions; a review compares each with the others
FEW = examples(25, 25, 9)  # submissions; they are compared with twice as many
HELD, WRITING = 10_000, 30_000  # bytes for each submission, whose file has 46,000


def test_a_review_takes_at_most_seven_tenths_more_than_a_check(tmp_path: Path, eoi: Call) -> None:
    make_round(tmp_path / "in", COMPARED)
    check, review = ("check", "in", "--jobs", "1"), ("review", "in", "-o", "out", "--jobs", "1")
    copy_examples(tmp_path / "few")
    for command in (check, review):  # what every call needs is made once
        eoi(command[0], "few", *command[2:])
    assert count_calls(lambda: eoi(*review, "--force")) < MOST * count_calls(lambda: eoi(*check))


def test_a_review_keeps_little_of_each_submission(tmp_path: Path) -> None:
    made = submissions_as_workers_send_them(tmp_path / "in")
    measure_memory(made[:1], tmp_path)  # the first time brings what every review needs
    few, many = (measure_memory(made[:number], tmp_path) for number in (FEW, 2 * FEW))
    assert (many.held - few.held) / FEW < HELD
    assert (many.peak - few.peak) / FEW < WRITING


def copy_examples(folder: Path) -> None:
    folder.mkdir()
    for example in EXAMPLES:
        (folder / example.name).write_bytes(example.read_bytes())


class MemoryUse(NamedTuple):
    """The bytes that are held of all submissions, and the most that were used while they were written."""

    held: int
    peak: int


def submissions_as_workers_send_them(folder: Path) -> list[bytes]:
    """Return the submissions of a round, without what examining them keeps for the next file."""
    make_round(folder, 2 * FEW + 1)
    work = plan_review(ReviewOptions(folder, False, "error", None))
    results = [work(file) for file in sorted(folder.iterdir()) if file.name != "unreadable.yaml"]
    return [pickle.dumps(one.found) for one in results]


def measure_memory(made: list[bytes], folder: Path) -> MemoryUse:
    tracemalloc.start()
    with AnswerSpool() as spool:
        once = ValuesOnce()
        found = [keep_little(pickle.loads(one), spool, once) for one in made]
        held = tracemalloc.get_traced_memory()[0]
        write_review(review_round(found, "2014"), [], folder / "out", force=True)
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return MemoryUse(held, peak)
