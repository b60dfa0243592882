"""How much work a call is: how many functions it calls, which is the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

Note = Callable[[FrameType, str, Any], object]


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions of Python and of C a piece of work calls in this thread."""
    number = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    note_calls(work, note)
    return number


def note_calls(work: Callable[[], object], note: Note) -> None:
    """Do a piece of work, and note each call and each return of it in this thread."""
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
