"""Ctrl-C, SIGTERM and a terminal that closes: each ends the command, and none in the middle of writing.

A signal becomes an exception of its own, which no library mistakes for one that it knows. While documents
are written, it waits until they are.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
# As a shell counts them: 130, 143 and 129; and 141 where the reader of a pipe has gone.
BY_SIGNAL, READER_GONE = 128, 141


class Stopped(BaseException):
    """A signal that ends everything; `code` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def stop_behind(problem: BaseException | None) -> Stopped | None:
    """Return the stop that led to an error.

    While a class is made, Python 3.11 turns whatever `__set_name__` raises into a RuntimeError.
    """
    while problem is not None and not isinstance(problem, Stopped):
        problem = problem.__cause__
    return problem


class WritingState:
    """The number of reasons to wait, and the signal that came meanwhile."""

    reasons = 0
    signal = 0


def signals() -> list[signal.Signals]:
    """List the signals to handle.

    A signal that the caller ignores, as `nohup` does, stays ignored.
    """
    known = (getattr(signal, name, None) for name in NAMES)
    return [one for one in known if one is not None and signal.getsignal(one) is not signal.SIG_IGN]


def stop_cleanly() -> None:
    """Let a signal raise Stopped, so that files are tidied up."""
    for one in signals():
        signal.signal(one, stop)


def stop_at_once() -> None:
    """Let signals stop the process at once: no work is left to finish."""
    for one in NAMES:
        if signal.getsignal(number := getattr(signal, one, signal.SIGTERM)) in (stop, ignore):
            signal.signal(number, signal.SIG_DFL)


def stop(number: int, _frame: FrameType | None) -> None:
    """Answer a signal: raise Stopped, or note it while documents are being written."""
    if WritingState.reasons:
        WritingState.signal = number
        return
    # A second signal must not stop the tidying up.
    for one in signals():
        signal.signal(one, ignore)
    raise Stopped(BY_SIGNAL + number)


def ignore(_number: int, _frame: FrameType | None) -> None:
    """Ignore a second signal: the first is being answered."""


@contextmanager
def without_interruption() -> Iterator[None]:
    """Delay signals until the block has ended; it must be short."""
    WritingState.reasons += 1
    try:
        yield
    finally:
        WritingState.reasons -= 1
        if WritingState.signal and not WritingState.reasons:
            number, WritingState.signal = WritingState.signal, 0
            stop(number, None)
