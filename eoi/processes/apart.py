"""A call in a process of its own: one that a library may end, or one for which another core has the time.

A pool is for many files. For a single one it would import `multiprocessing`, and wait until the system has
taken back the memory of the process, which together takes as long as reading and checking the file.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

from eoi.processes import (
    StopSignal,
    count_cores,
    hold_signals_back,
    leave_signals_to_the_parent,
    without_interruption,
)

T = TypeVar("T")
PATIENCE = 5.0  # seconds in which a process has to finish its writing
STOPPED_TOO = 143
BETWEEN_LOOKS = 0.01  # seconds
LENGTH = 8  # bytes for the length of a result
LEFT_PROCESSES: list[int] = []
"""The processes that have sent their result, and whose end nobody waited for."""


class CallApart(Generic[T]):
    """A call that a forked process makes while this one goes on."""

    def __init__(self, work: Callable[[], T]) -> None:
        LEFT_PROCESSES[:] = [one for one in LEFT_PROCESSES if not has_ended(one)]
        self.reader, writer = os.pipe()
        try:
            with hold_signals_back():
                self.process = os.fork()
                if not self.process:
                    os.close(self.reader)
                    serve_call(work, writer)
        except OSError:
            os.close(self.reader)
            raise
        finally:
            os.close(writer)

    def wait(self) -> T:
        """Return the result. It is there before the process has ended.

        Raise `ProcessDied` if the process ended before, and `StopSignal` if it was stopped.
        """
        with os.fdopen(self.reader, "rb") as pipe:
            message = pipe.read()
        if not is_whole(message):
            raise ProcessDied(read_exit_code(self.process))
        LEFT_PROCESSES.append(self.process)
        return pickle.loads(message[LENGTH:])  # type: ignore[no-any-return]

    def stop(self) -> None:
        """Stop the process, whose result nobody waits for any more."""
        with without_interruption():
            if not has_ended(self.process):
                stop_process(self.process)


class ProcessDied(Exception):
    """An error for a process that ended before it had sent its result, with its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def call_apart(work: Callable[[Path], T], dead: Callable[[Path, int], T], file: Path) -> T:
    """Return the result of the work, or that of `dead` with the exit code if the process ended before.

    Raise `StopSignal` if the process was stopped.
    """
    call = CallApart(partial(work, file))
    try:
        return call.wait()
    except ProcessDied as died:
        return dead(file, died.code)
    except BaseException:
        call.stop()
        raise


def call_beside(work: Callable[[], T], meanwhile: Callable[[], object]) -> T:
    """Return the result of the work, which another core does while this process does something else.

    If the other process does not do it, for whatever reason, the work is done here, which also shows why.
    """
    try:
        call = CallApart(partial(try_work, work))
    except OSError:
        meanwhile()
        return work()
    try:
        meanwhile()
        results = call.wait()
    except ProcessDied:
        results = []
    except BaseException:
        call.stop()
        raise
    return results[0] if results else work()


def can_call_beside() -> bool:
    """Tell whether another core is free for a call, and a process can be forked safely: it has no threads."""
    return sys.platform == "linux" and count_cores() > 1 and threading.active_count() == 1


def try_work(work: Callable[[], T]) -> list[T]:
    """Return the result in a list, which is empty if the work fails."""
    try:
        return [work()]
    except Exception:
        return []


def serve_call(work: Callable[[], object], writer: int) -> NoReturn:
    """Do the work in this process, send its result, and end without Python's clean-up."""
    code = STOPPED_TOO
    try:
        leave_signals_to_the_parent()
        result = pickle.dumps(work())
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
