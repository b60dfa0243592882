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
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeVar

from eoi.processes import (
    NOT_STARTED,
    StopSignal,
    count_cores,
    delay_signals,
    hold_signals_back,
    leave_signals_to_the_parent,
)

T = TypeVar("T")
PATIENCE = 5.0  # seconds in which a process has to finish its writing
FAILED, STOPPED_TOO, NOT_KNOWN = 1, 143, 255
BETWEEN_LOOKS = 0.01  # seconds
LENGTH = 8  # bytes for the length of a result
LEFT_PROCESSES: list[int] = []
"""The processes that have sent their result, and whose end nobody waited for."""


class CallApart:
    """A call that a forked process makes while this one goes on.

    It exists before its process does, so that a caller can stop the process from its first moment on.
    """

    process = 0
    pipe: BinaryIO | None = None

    def start(self, make: Callable[[], bytes]) -> None:
        """Fork the process, which makes a message and sends it. Without a process, `wait` says so."""
        LEFT_PROCESSES[:] = [one for one in LEFT_PROCESSES if not has_ended(one)]
        with suppress(OSError):
            parent, (reader, writer) = os.getpid(), os.pipe()
            self.pipe = os.fdopen(reader, "rb")
            try:
                # A signal that comes meanwhile is raised after this block, when `process` is known.
                with hold_signals_back():
                    self.process = os.fork()
                    if not self.process:
                        self.serve(make, writer, parent)
            finally:
                os.close(writer)

    def serve(self, make: Callable[[], bytes], writer: int, parent: int) -> NoReturn:
        """Send the message from the new process, and end without Python's clean-up or another word."""
        code = FAILED
        try:
            self.close()
            leave_signals_to_the_parent(parent)
            message = memoryview(make())
            while message:
                message = message[os.write(writer, message) :]
            code = 0
        except StopSignal:
            code = STOPPED_TOO
        finally:
            os._exit(code)

    def wait(self) -> Any:
        """Return the result, which comes before the end of the process. Raise `ProcessDied` if none comes."""
        if not (self.process and self.pipe):
            raise ProcessDied(NOT_STARTED)
        message = self.pipe.read()
        if not is_whole(message):
            raise ProcessDied(read_exit_code(self.process))
        LEFT_PROCESSES.append(self.process)
        return pickle.loads(message[LENGTH:])

    def stop(self) -> None:
        """Stop the process, whose result nobody waits for any more, while it can still write to the pipe."""
        with delay_signals():
            if self.process and not has_ended(self.process):
                stop_process(self.process)

    def close(self) -> None:
        """Close the pipe."""
        if self.pipe:
            self.pipe.close()


class ProcessDied(Exception):
    """An error for a process that ended before it had sent its result, with its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def call_apart(work: Callable[[Path], T], dead: Callable[[Path, int], T], file: Path) -> T:
    """Return the result of the work, or that of `dead` with the exit code if the process ended before.

    Raise `StopSignal` if the process was stopped.
    """
    try:
        result: T = fork_and_wait(partial(make_message_or_show_why, partial(work, file)))
        return result
    except ProcessDied as died:
        if died.code == STOPPED_TOO:
            raise StopSignal(died.code) from None
        return dead(file, died.code)


def call_beside(work: Callable[[], T], meanwhile: Callable[[], object]) -> T:
    """Return the result of the work, which another core does while this process does something else.

    If the other process does not do it, for whatever reason, the work is done here, which also shows why.
    """
    with suppress(ProcessDied):
        result: T = fork_and_wait(partial(make_message, work), meanwhile)
        return result
    return work()


def fork_and_wait(make: Callable[[], bytes], meanwhile: Callable[[], object] = lambda: None) -> Any:
    """Return the result of another process. However this one is interrupted, it stops that one first."""
    call = CallApart()
    try:
        call.start(make)
        meanwhile()
        return call.wait()
    except BaseException:
        call.stop()
        raise
    finally:
        call.close()


def can_call_beside() -> bool:
    """Tell whether another core is free for a call, and a process can be forked safely: it has no threads."""
    return sys.platform == "linux" and count_cores() > 1 and threading.active_count() == 1


def make_message(work: Callable[[], object]) -> bytes:
    """Do the work, and return its result behind its length."""
    result = pickle.dumps(work())
    return len(result).to_bytes(LENGTH, "big") + result


def make_message_or_show_why(work: Callable[[], object]) -> bytes:
    """Do the work, and show why if that fails. The work returns its failures, so that is a mistake in eoi."""
    try:
        return make_message(work)
    except Exception:
        import traceback  # late: hardly any call needs it

        traceback.print_exc()
        raise


def is_whole(message: bytes) -> bool:
    """Tell whether a process sent all of its result, behind its length."""
    return len(message) >= LENGTH and len(message) == LENGTH + int.from_bytes(message[:LENGTH], "big")


def read_exit_code(child: int) -> int:
    """Wait for the end of a process, and return its exit code unless the caller ignores how processes end."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except ChildProcessError:
        return NOT_KNOWN


def stop_process(child: int) -> None:
    """Let a process finish its writing, and kill it if it does not end."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while not has_ended(child):
            if time.monotonic() > deadline:
                os.kill(child, signal.SIGKILL)
            time.sleep(BETWEEN_LOOKS)


def has_ended(child: int) -> bool:
    """Tell whether a process of this one has ended, or was waited for by others."""
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True
