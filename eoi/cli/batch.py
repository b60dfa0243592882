"""The work on each of many files, in one process or in several. One bad file does not affect the others."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from eoi.cannot_run import CannotRun, FileProblem
from eoi.cli.terminal import clear_foot, is_watched, show_foot, tell
from eoi.processes import CANNOT_RUN, NOT_STARTED, count_cores
from eoi.processes.failures import FileFailure, make_failure_of_problem, make_failure_of_process

T = TypeVar("T", bound="Result")
T_co = TypeVar("T_co", bound="Result", covariant=True)
WORTH_A_FOOT = 20  # files; fewer are done before a person has read the progress line
BETWEEN_FEET = 0.1  # seconds


class Result(Protocol):
    """The result for a file, with the reasons why a part of it is missing."""

    @property
    def failures(self) -> tuple[FileFailure, ...]:
        """Return the reasons why a part of the result is missing."""


class Work(Protocol[T_co]):
    """The work that is done for each file, by all workers alike."""

    def __call__(self, file: Path, /) -> T_co: ...

    def prepare(self) -> None:
        """Do the preparation that every worker would otherwise repeat."""

    @property
    def may_kill(self) -> bool:
        """Tell whether the work uses a library that can end the whole process."""

    def rest(self, file: Path, code: int, /) -> Work[T_co] | None:
        """Return the work that can still be done for a file whose process ended, or None.

        `code` is its exit code.
        """


# How many files of a kind of work make the start of the workers pay.
WORTH_SHARING = {"check": 24, "review": 24, "build": 4, "letter": 8}


def collect_garbage_rarely() -> None:
    """Run the garbage collector rarely.

    Trees have no cycles, and the default takes a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


class Batch(Generic[T]):
    """The results of one call, in the order of its files. `code` is its exit code so far.

    `failures` holds messages on paths that could not be searched for files.
    """

    def __init__(self, files: Sequence[Path], failures: Sequence[str] = ()) -> None:
        self.files, self.failures = files, failures
        self.code = CANNOT_RUN if failures else 0
        self.defects: list[tuple[Path, FileFailure]] = []

    @contextmanager
    def results(self, work: Work[T], jobs: int | None, worth_sharing: int) -> Iterator[Iterator[T]]:
        for line in self.failures:
            tell(f"eoi: {line}")
        if len(self.files) > 1:
            collect_garbage_rarely()
        size = count_workers(jobs, len(self.files), worth_sharing)
        one, rest = partial(attempt, work), partial(try_without_the_rest, work)
        if size <= 1 and not (work.may_kill and can_stand_apart()):
            yield self.good(map(one, self.files))
        elif len(self.files) == 1:
            from eoi.processes.apart import call_apart

            yield self.good(map(partial(call_apart, one, rest), self.files))
        else:
            from eoi.processes.worker_pool import open_pool

            with suppress(Exception):
                if size > 1:
                    work.prepare()
            with open_pool(one, rest, size) as hands:
                yield self.good(hands.results(self.files))
        self.tell_defects()

    def good(self, outcomes: Iterator[T | FileFailure]) -> Iterator[T]:
        foot = Progress(len(self.files))
        for file, outcome in zip(self.files, outcomes, strict=True):
            if isinstance(outcome, FileFailure):
                self.take(file, outcome)
            else:
                yield outcome
                for failure in outcome.failures:
                    self.take(file, failure)
            foot.advance()
        clear_foot()

    def take(self, file: Path, failure: FileFailure) -> None:
        if failure.ends_all:
            raise CannotRun(failure.message, failure.shown)
        self.worse(failure.code)
        if failure.trace:
            self.defects.append((file, failure))
            if len(self.files) > 1:
                tell(f"{file}: internal error ({failure.message}).")
        else:
            tell(f"eoi: {failure.message}")

    def worse(self, code: int) -> None:
        self.code = max(self.code, code)

    def tell_defects(self) -> None:
        if self.defects:
            from eoi.processes.crash_report import Defect, report_defects

            defects = [Defect(found.message, found.trace, str(file)) for file, found in self.defects]
            tell(report_defects(defects))


def attempt(work: Work[T], file: Path) -> T | FileFailure:
    """Do the work for one file.

    A failure is returned as a value, so that the other files are not affected.
    """
    try:
        return work(file)
    except FileProblem as problem:
        return FileFailure(CANNOT_RUN, str(problem))
    except CannotRun as problem:
        return FileFailure(CANNOT_RUN, str(problem), problem.shown, ends_all=True)
    except Exception as problem:
        # A mistake in eoi that one file reveals must not affect the others.
        return make_failure_of_problem(problem, str(file))


def try_without_the_rest(work: Work[T], file: Path, code: int) -> T | FileFailure:
    """Repeat the work for a file whose worker died, in a new worker without the likely cause.

    It is repeated here if no worker could be started.
    """
    rest = work.rest(file, code)
    if rest is None:
        return make_failure_of_process(file, code)
    if code == NOT_STARTED:
        return attempt(rest, file)
    from eoi.processes.worker_pool import open_pool

    with open_pool(partial(attempt, rest), make_failure_of_process, 1) as hands:
        (outcome,) = hands.results([file])
    return outcome


def can_stand_apart() -> bool:
    """Tell whether a process of its own costs little and starts without the library that may end it."""
    return sys.platform == "linux" and "typst" not in sys.modules


def count_workers(jobs: int | None, files: int, worth_sharing: int) -> int:
    """Return the number of workers, as requested, or one for each core for 0.

    Without a request, there is one for each core if there are enough files for that.
    """
    if jobs is None and files < worth_sharing * (1 if sys.platform == "linux" else 8):
        return 1
    return min(jobs or count_cores(), files)


class Progress:
    """The progress line for a person who waits for many files."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.last = total, 0, 0.0
        self.shown = total >= WORTH_A_FOOT and is_watched() and os.environ.get("TERM") != "dumb"

    def advance(self) -> None:
        self.done += 1
        now = time.monotonic()
        if not self.shown or now - self.last < BETWEEN_FEET:
            return
        self.last = now
        show_foot(f"{self.done:,} of {self.total:,} files")
