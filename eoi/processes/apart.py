"""A call in a process of its own, which a library may end. The caller then learns how it ended.

A pool is for many files. For a single one it would import `multiprocessing`, and wait until the system has
taken back the memory of the process, which together takes as long as reading and checking the file.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

from eoi.processes import NAMES, StopSignal, stop, without_interruption

T = TypeVar("T")
PATIENCE = 5.0  # seconds in which a process has to finish its writing
STOPPED_TOO = 143
BETWEEN_LOOKS = 0.01  # seconds
LENGTH = 8  # bytes for the length of a result
LEFT_PROCESSES: list[int] = []
"""The processes that have sent their result, and whose end nobody waited for."""


def call_apart(work: Callable[[Path], T], dead: Callable[[Path, int], T], file: Path) -> T:
    """Return the result of the work, or that of `dead` with the exit code if the process ended before.

    Raise `StopSignal` if the process was stopped. The result is there before the process has ended.
    """
    LEFT_PROCESSES[:] = [one for one in LEFT_PROCESSES if not has_ended(one)]
    reader, writer = os.pipe()
    with hold_signals_back():
        child = os.fork()
        if not child:
            os.close(reader)
            serve_one(work, file, writer)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            message = pipe.read()
    except BaseException:
        with without_interruption():
            stop_process(child)
        raise
    if not is_whole(message):
        return dead(file, read_exit_code(child))
    LEFT_PROCESSES.append(child)
    return pickle.loads(message[LENGTH:])  # type: ignore[no-any-return]


def serve_one(work: Callable[[Path], object], file: Path, writer: int) -> NoReturn:
    """Do the work in this process, send its result, and end without Python's clean-up."""
    code = STOPPED_TOO
    try:
        leave_signals_to_the_parent()
        result = pickle.dumps(work(file))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(len(result).to_bytes(LENGTH, "big") + result)
        code = 0
    except Exception:
        import traceback  # late: `work` returns its failures

        traceback.print_exc()
        code = 1
    finally:
        os._exit(code)


def is_whole(message: bytes) -> bool:
    """Tell whether a process sent all of its result, behind its length."""
    return len(message) >= LENGTH and len(message) == LENGTH + int.from_bytes(message[:LENGTH], "big")


def read_exit_code(child: int) -> int:
    """Wait for the end of a process and return its exit code. One that was stopped got our own signal."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == STOPPED_TOO:
        raise StopSignal(code)
    return code


def stop_process(child: int) -> None:
    """Let a process finish its writing, and kill it if it does not end."""
    os.kill(child, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while not has_ended(child):
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return
        time.sleep(BETWEEN_LOOKS)


def has_ended(child: int) -> bool:
    """Tell whether a process of this one has ended, or was waited for by others."""
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True


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


def leave_signals_to_the_parent() -> None:
    """Ignore Ctrl-C in a process of ours.

    It reaches all processes, and the parent decides, and sends SIGTERM.
    """
    for name in NAMES:
        if number := getattr(signal, name, None):
            signal.signal(number, stop if name == "SIGTERM" else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [getattr(signal, name) for name in NAMES])
