"""Processes: the signals that end the command, which wait while it writes. Pools and calls stand beside it.

A signal becomes an exception of its own type, which no library catches by mistake. While documents are
written, it waits until they are complete.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import ClassVar

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
# Exit codes: of a call that cannot run and of a mistake in eoi, and as in a shell 130, 143 and 129 for these
# signals, 141 if the reader of a pipe has gone, and 126 for a process that cannot be started.
CANNOT_RUN, DEFECT, NOT_STARTED = 2, 3, 126
BY_SIGNAL, READER_GONE = 128, 141
AFTER_CALLBACK = 0.01  # seconds, in which a callback of the interpreter has ended


class StopSignal(BaseException):
    """A signal that ends the program. `code` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def find_stop_behind(problem: BaseException | None) -> StopSignal | None:
    """Return the `StopSignal` that led to an error, or None.

    While a class is made, Python 3.11 turns an exception in `__set_name__` into a RuntimeError.
    """
    while problem is not None and not isinstance(problem, StopSignal):
        problem = problem.__cause__
    return problem


class SignalState:
    """The number of blocks that delay signals, and the signal that came meanwhile.

    `report` is what Python does with other exceptions that it drops. `parent` is the number of the process
    for which this one works, or 0.
    """

    reasons = 0
    signal = 0
    parent = 0
    report: ClassVar[Callable[[sys.UnraisableHookArgs], object]] = staticmethod(sys.__unraisablehook__)


def list_signals() -> list[signal.Signals]:
    """Return the signals to handle.

    A signal that the caller ignores, as `nohup` does, stays ignored.
    """
    known = (getattr(signal, name, None) for name in NAMES)
    return [one for one in known if one is not None and signal.getsignal(one) is not signal.SIG_IGN]


def stop_cleanly() -> None:
    """Let signals raise `StopSignal`, so that temporary files are removed."""
    if sys.unraisablehook is not send_again:
        SignalState.report, sys.unraisablehook = staticmethod(sys.unraisablehook), send_again
    for one in list_signals():
        signal.signal(one, stop)
    # How a process ended is not told to a caller that ignores it, which is passed on to us.
    if sys.platform != "win32" and signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def send_again(lost: sys.UnraisableHookArgs) -> None:
    """Send a signal once more if Python dropped its `StopSignal`, which it does in callbacks of its own."""
    if not isinstance(lost.exc_value, StopSignal):
        SignalState.report(lost)
        return
    from threading import Timer  # late: hardly any call needs it

    stop_cleanly()
    Timer(AFTER_CALLBACK, wake_main_thread, [lost.exc_value.code - BY_SIGNAL]).start()


def wake_main_thread(number: int) -> None:
    """Send a signal to the thread that handles it. One that another thread gets ends no wait of that one."""
    from threading import main_thread

    identity = main_thread().ident
    if sys.platform == "win32" or identity is None:
        signal.raise_signal(number)
    else:
        signal.pthread_kill(identity, number)


def stop_at_once() -> None:
    """Let signals end the process at once, when no work is left to finish."""
    if sys.unraisablehook is send_again:
        sys.unraisablehook = SignalState.report
    for one in NAMES:
        if signal.getsignal(number := getattr(signal, one, signal.SIGTERM)) in (stop, ignore):
            signal.signal(number, signal.SIG_DFL)


def stop(number: int, _frame: FrameType | None) -> None:
    """Handle a signal: raise `StopSignal`, or record the signal while documents are being written."""
    if SignalState.reasons:
        SignalState.signal = number
        return
    # A second signal must not interrupt the removal of temporary files.
    for one in list_signals():
        signal.signal(one, ignore)
    raise StopSignal(BY_SIGNAL + number)


def ignore(_number: int, _frame: FrameType | None) -> None:
    """Ignore a second signal, since the first is being handled."""


@contextmanager
def delay_signals() -> Iterator[None]:
    """Delay signals until the end of the block, which must be short."""
    SignalState.reasons += 1
    try:
        yield
    finally:
        SignalState.reasons -= 1
        if SignalState.signal and not SignalState.reasons:
            number, SignalState.signal = SignalState.signal, 0
            stop(number, None)


@contextmanager
def hold_signals_back() -> Iterator[None]:
    """Block signals until a new process has set its own handlers."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in NAMES])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_signals_to_the_parent(parent: int) -> None:
    """Ignore Ctrl-C in a process of ours.

    It reaches all processes, and the parent decides, and sends SIGTERM.
    """
    SignalState.parent = parent
    for name in NAMES:
        if number := getattr(signal, name, None):
            signal.signal(number, stop if name == "SIGTERM" else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [getattr(signal, name) for name in NAMES])


def stop_without_parent() -> None:
    """Raise `StopSignal` if the process for which this one works has gone, and nobody waits any more."""
    if SignalState.parent and os.getppid() != SignalState.parent:
        raise StopSignal(BY_SIGNAL + signal.SIGTERM)


def count_cores() -> int:
    """Count the cores that this process may use. A container can have fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
