"""The time of one change to the longest example, beside the time of reading it.

Run it with `python -m benchmarks.edits`. It is the least of many times in one process. The result of a change
is always read again, so a change cannot take less time than reading.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.environment import EXAMPLE
from eoi.source import load
from eoi.source.edits import SetValue, edit
from eoi.submission.vocabulary import list_field_names_at

ROUNDS = 40
AT_MOST = 10.0  # milliseconds for one change


def measure(rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the milliseconds that reading takes, and those that one change takes."""
    raw = EXAMPLE.read_bytes()
    source = load(raw, EXAMPLE.name)
    change = [SetValue(("submitted",), "2014-06-21")]
    reading = least(lambda: load(raw, EXAMPLE.name), rounds)
    return reading, least(lambda: edit(source, change, list_field_names_at), rounds)


def least(work: Callable[[], object], rounds: int) -> float:
    """Return the least time of many calls, in milliseconds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


if __name__ == "__main__":
    read, changed = measure()
    print(f"reading {read:.1f} ms, one change {changed:.1f} ms, of at most {AT_MOST} ms")
