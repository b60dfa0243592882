"""How the time of a call grows with what it is given: a ratio, which no slow machine changes.

    assert grows_in_proportion(read, text[:1_000], text[:8_000])

A call whose time grows with the square of its input takes 64 times as long for eight times as much.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sized
from typing import TypeVar

Given = TypeVar("Given", bound=Sized)
TRIES = 3  # since a busy machine now and then makes a call take longer
SPARE = 3  # times what the lengths alone would explain
SHORTEST = 0.002  # seconds of a core; what is shorter says nothing about growth


def grows_in_proportion(call: Callable[[Given], object], short: Given, long: Given) -> bool:
    most = SPARE * len(long) / len(short)
    return any(seconds(call, long) < most * max(seconds(call, short), SHORTEST) for _ in range(TRIES))


def seconds(call: Callable[[Given], object], given: Given) -> float:
    """Return the time of a core that one call takes."""
    before = time.process_time()
    call(given)
    return time.process_time() - before
