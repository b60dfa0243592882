"""The reasons why the result for a file, or a part of it, is missing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from eoi.cannot_run import find_scarce_resource
from eoi.frozen_value import FrozenValue
from eoi.processes import CANNOT_RUN, DEFECT, NOT_STARTED, find_stop_behind

# With 127 the system's library ends a process in which there is no memory for another thread.
ENDED_BY_SYSTEM = ("SIGKILL", "SIGABRT", "exit code 127")
NEEDS_MORE = "cannot be done here: it needs more {}; close other programs, or use fewer --jobs"


class FileFailure(FrozenValue):
    """The reason why a result, or a part of one, is missing. With a `trace`, it is a defect of eoi."""

    code: int
    message: str
    shown: str = ""
    ends_all: bool = False
    trace: str = ""


def make_failure_of_problem(problem: Exception, what: str) -> FileFailure:
    """Return the failure that an exception stands for. A signal behind it is raised again."""
    if stop := find_stop_behind(problem):
        raise stop
    if "EOI_TRACEBACK" in os.environ:
        raise problem
    if why := find_scarce_resource(problem):
        return FileFailure(CANNOT_RUN, f"{what} {NEEDS_MORE.format(why)}")
    from eoi.processes.crash_report import Defect

    found = Defect.of(problem)
    return FileFailure(DEFECT, found.kind, trace=found.trace)


def make_failure_of_process(file: Path | str, code: int) -> FileFailure:
    """Return the failure of a process that ended without a message.

    Mostly it had too little memory, or crashed.
    """
    if code == NOT_STARTED:
        return FileFailure(CANNOT_RUN, f"{file} {NEEDS_MORE.format('processes')}")
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    if how in ENDED_BY_SYSTEM:
        return FileFailure(
            CANNOT_RUN, f"{file} {NEEDS_MORE.format(f'memory; the system ended it with {how}')}"
        )
    return FileFailure(DEFECT, how, trace=f"The process ended: {how}.")
