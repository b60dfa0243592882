"""One change takes little more than reading the file once: a ratio of one run, since machines differ."""

from __future__ import annotations

from benchmarks.edits import measure

MOST = 4


def test_a_change_takes_few_times_as_long_as_reading() -> None:
    reading, change = measure(rounds=12)
    assert change < MOST * reading
