"""A call in the background, whose result is collected later.

It is only worth it for work outside Python, such as Typst's, which another core can do.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class BackgroundCall(Generic[Result]):
    """A call in a thread of its own, which does not delay the end of the program."""

    def __init__(self, call: Callable[[], Result]) -> None:
        self._call = call
        self._results: list[Result] = []
        self._problem: BaseException | None = None
        # The end of the program must not wait for this thread.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._results.append(self._call())
        except BaseException as problem:
            self._problem = problem

    def result(self) -> Result:
        """Wait for the call, and return its result or raise its exception."""
        self._thread.join()
        if self._problem:
            raise self._problem
        return self._results[0]
