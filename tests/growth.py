"""How the work of a call grows with what it is given, counted and not timed, so that no machine is too slow.

    assert grows_in_proportion(read, text[:1_000], text[:8_000])

A call whose work grows with the square of its input does 64 times as much for eight times the input.
Work is the functions that are called, and the characters that methods of a whole text go over. What a regular
expression does inside itself is not seen here: `tests/hostile/expressions.py` tries each of them by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from types import FrameType
from typing import Any, TypeVar

from tests.calls import note_calls

Given = TypeVar("Given", bound=Sized)
SPARE = 3  # times what the lengths alone would explain
LITTLE = 1_000  # calls; fewer say nothing about growth
OVER_ALL = frozenset(
    ("casefold", "count", "decode", "encode", "lower", "replace", "split", "splitlines", "translate", "upper")
)
PART = 100  # characters that are gone over in the time of a call, or more


def grows_in_proportion(call: Callable[[Given], object], short: Given, long: Given) -> bool:
    most = SPARE * len(long) / len(short)
    return count_work(lambda: call(long)) < most * max(count_work(lambda: call(short)), LITTLE)


def count_work(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, with more for each that goes over a long text."""
    number = 0

    def note(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal number
        if event == "call":
            number += 1
        elif event == "c_call":
            number += 1
            if called.__name__ in OVER_ALL and isinstance(called.__self__, str | bytes):
                number += len(called.__self__) // PART

    note_calls(work, note)
    return number
