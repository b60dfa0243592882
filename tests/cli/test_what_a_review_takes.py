"""A review takes little more than a check of the same folder, and keeps little of each submission."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.review.make_round import make_round

pytestmark = pytest.mark.slow
MOST = 1.5  # times the processor time of a check
TRIES = 3  # since a busy machine now and then makes a call take longer
FEW, MANY = 25, 75


def test_a_review_takes_at_most_half_as_much_again_as_a_check(tmp_path: Path, eoi: Call) -> None:
    make_round(tmp_path / "in", 100)
    check, review = ("check", "in", "--jobs", "1"), ("review", "in", "-o", "out", "--jobs", "1")
    seconds_of(eoi, "check", "in/bromley.yaml")
    seconds_of(eoi, "review", "in/bromley.yaml", "-o", "warm")
    assert any(seconds_of(eoi, *review) < MOST * seconds_of(eoi, *check) for _ in range(TRIES))


def seconds_of(eoi: Call, *words: str) -> float:
    before = time.process_time()
    assert eoi(*words).code in (0, 1)
    return time.process_time() - before


def test_a_review_keeps_less_of_each_submission_than_its_file_holds(tmp_path: Path, eoi: Call) -> None:
    peaks = {}
    for number in (FEW, FEW, MANY):  # the first time brings what every review needs
        folder = tmp_path / str(number)
        make_round(folder, number)
        tracemalloc.start()
        eoi("review", str(folder), "-o", f"out-{number}", "--force", "--jobs", "1")
        peaks[number] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    size = sum(file.stat().st_size for file in folder.iterdir()) / MANY
    assert (peaks[MANY] - peaks[FEW]) / (MANY - FEW) < size
