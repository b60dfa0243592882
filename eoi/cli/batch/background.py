"""A call that goes on beside the main thread until its result is asked for.

It pays only where most of the call is spent outside Python, as Typst's is: then another core does it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class BackgroundCall(Generic[Result]):
    """A call in a thread of its own, which a stopped program does not wait for."""

    def __init__(self, call: Callable[[], Result]) -> None:
        self._call = call
        self._results: list[Result] = []
        self._problem: BaseException | None = None
        # Stopping the program must not wait for a page to be set.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._results.append(self._call())
        except BaseException as problem:
            self._problem = problem

    def result(self) -> Result:
        """Wait for the call; return its result or raise its exception."""
        self._thread.join()
        if self._problem:
            raise self._problem
        return self._results[0]
