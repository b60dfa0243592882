"""Processes that share the work. Results come in the order of the files, and only a few are in progress.

This is not `concurrent.futures`, which lacks three things. A worker that dies affects one file only, and not
the batch. When the parent is stopped, the workers stop too, and remove their temporary files. When the parent
is killed, a worker sees the end of its pipe, and stops.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from eoi.processes import (
    StopSignal,
    delay_signals,
    hold_signals_back,
    leave_signals_to_the_parent,
)
from eoi.processes.apart import PATIENCE, STOPPED_TOO

T = TypeVar("T")
AHEAD = 32  # results for each worker that may wait for an earlier result


@dataclass(slots=True)
class Worker:
    """A process of the pool. `number` is the index of the file that it works on, or None."""

    process: BaseProcess
    pipe: Connection
    number: int | None = None


class WorkerPool(Generic[T]):
    """A pool of processes. `dead` returns the result for a file whose worker died, from its exit code."""

    def __init__(self, work: Callable[[Path], T], dead: Callable[[Path, int], T], size: int) -> None:
        self.work, self.dead, self.size = work, dead, size
        self.context: BaseContext = multiprocessing.get_context("fork" if can_fork() else "spawn")
        self.workers: list[Worker] = []

    def results(self, files: Sequence[Path]) -> Iterator[T]:
        waiting = deque(range(len(files)))
        done: dict[int, T] = {}
        for number in range(len(files)):
            while number not in done:
                self.hand_out(files, waiting, number + AHEAD * self.size)
                self.collect(files, done)
            yield done.pop(number)

    def hand_out(self, files: Sequence[Path], waiting: deque[int], limit: int) -> None:
        while len(self.workers) < min(self.size, len(waiting)):
            try:
                self.start_worker()
            except OSError:
                # With fewer workers it takes longer, but without any nothing can be done.
                if not self.workers:
                    raise
                self.size = len(self.workers)
        for worker in self.workers:
            if worker.number is None and waiting and waiting[0] < limit:
                worker.number = waiting.popleft()
                # If the worker has died, `collect` notices.
                with suppress(OSError):
                    worker.pipe.send(files[worker.number])

    def collect(self, files: Sequence[Path], done: dict[int, T]) -> None:
        busy = {worker.pipe: worker for worker in self.workers if worker.number is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]  # only pipes were waited for
            number, worker.number = worker.number, None
            assert number is not None, "only the busy ones were waited for"
            try:
                done[number] = worker.pipe.recv()
            except (EOFError, OSError):
                done[number] = self.dead(files[number], self.reap(worker))

    def start_worker(self) -> None:
        ours, theirs = self.context.Pipe()
        inherited = [worker.pipe for worker in self.workers] + [ours] if can_fork() else []
        arguments = (self.work, theirs, inherited)
        process = self.context.Process(target=serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        # A signal that comes meanwhile is raised after this block, when the worker can be stopped.
        with hold_signals_back():
            process.start()
            theirs.close()
            self.workers.append(Worker(process, ours))

    def reap(self, worker: Worker) -> int:
        """Return the exit code of a worker that has ended.

        A worker that was stopped got the signal that is about to reach this process.
        """
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        if code == STOPPED_TOO:
            raise StopSignal(code)
        return code

    def shut_down(self, at_once: bool) -> None:
        """Stop the workers. Idle ones see the end of their pipe, and others first finish their files."""
        for worker in self.workers:
            if at_once:
                worker.process.terminate()
            worker.pipe.close()
        for worker in self.workers:
            worker.process.join(PATIENCE)
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()


@contextmanager
def open_pool(
    work: Callable[[Path], T], dead: Callable[[Path, int], T], size: int
) -> Iterator[WorkerPool[T]]:
    """Open a pool of `size` workers, and close it at the end in any case."""
    hands = WorkerPool(work, dead, size)
    # Existing objects are shared with the workers as long as the collector leaves them alone.
    gc.freeze()
    finished = False
    try:
        yield hands
        finished = True
    finally:
        with delay_signals():
            hands.shut_down(at_once=not finished)


def can_fork() -> bool:
    """Tell whether processes can be forked. The libraries of Windows and macOS do not support it."""
    return sys.platform == "linux"


def serve(work: Callable[[Path], Any], pipe: Connection, inherited: Sequence[Connection]) -> None:
    """Run a worker until it ends, without Python's clean-up at the end of a program."""
    code = STOPPED_TOO
    try:
        code = serve_until_closed(work, pipe, inherited)
    except Exception:
        traceback.print_exc()
        code = 1
    finally:
        os._exit(code)


def serve_until_closed(work: Callable[[Path], Any], pipe: Connection, inherited: Sequence[Connection]) -> int:
    """Work on files until there are no more or the parent has ended, and return the exit code."""
    for other in inherited:
        other.close()
    leave_signals_to_the_parent(os.getppid())
    while True:
        try:
            pipe.send(work(pipe.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return 0
