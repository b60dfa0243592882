"""Limits on the time and memory that a CCG's own templates may take for one document.

All work is counted in characters, so that one number limits it. A step such as one round of a loop counts as
the number of characters that take as long. So the same templates always reach the limit at the same place.
Only if one step takes very long does the processor's clock end it.
"""

from __future__ import annotations

import time
from collections.abc import ItemsView, KeysView, ValuesView
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace

from eoi.submission.part import Part as SubmissionPart

MOST = 50_000_000  # characters; the largest possible document takes a third
SECONDS = 10  # of computing
STEP, OUTPUT, ITEM = 50, 4, 10
PART = 1_000_000  # characters for a printed part of the submission, which can be the whole of it
LOOKS_AT_THE_CLOCK = 8  # steps between two looks at the clock
PLAIN = (int, float, bool, type(None))
CONTAINERS = (list, tuple, set, frozenset, dict, KeysView, ValuesView, ItemsView)


class TemplateTooCostly(SecurityError):
    """An error for templates that take more time or memory than a document needs."""

    def __init__(self) -> None:
        super().__init__("this takes more time or memory than a document needs")


class TemplateBudget:
    """The characters and the seconds that the templates of one document may still spend."""

    def __init__(self) -> None:
        self.left, self.spent_on = MOST, 0
        self.end = time.thread_time() + SECONDS

    def note(self, characters: int) -> None:
        """Spend characters without raising an error. The next call of `spend` raises it if none are left."""
        self.left -= characters

    def spend(self, characters: int) -> None:
        self.left -= characters
        self.spent_on += 1
        if self.left < 0 or (self.spent_on % LOOKS_AT_THE_CLOCK == 0 and time.thread_time() > self.end):
            raise TemplateTooCostly

    def take(self, value: Any, printed: bool = False) -> Any:
        """Return a value that a template made or is about to use, and spend its size.

        `printed` says that it will be written as text.
        """
        self.spend(STEP + self.weight(value, printed))
        return value

    def weight(self, value: Any, printed: bool = False) -> int:
        """Return the size of a value in characters, with all that a list holds, at any depth.

        Counting stops when the size exceeds what can be spent.
        """
        if isinstance(value, str):
            return len(value)
        total, waiting = 0, [value]
        while waiting and total <= self.left:
            one = waiting.pop()
            if isinstance(one, dict):
                waiting += [*one.keys(), *one.values()]
                total += ITEM * len(one)
            elif isinstance(one, CONTAINERS):
                total += ITEM * len(one)
                waiting += one if total <= self.left else ()
            else:
                total += estimate_size_of_value(one, printed, one is value)
        return total


def estimate_size_of_value(value: Any, printed: bool, alone: bool) -> int:
    """Estimate the size of a value in characters."""
    match value:
        case str() | range():
            return len(value)
        case int():
            return value.bit_length() // 8 + 1
        case Namespace() if printed or not alone:
            # Printing it would print everything in it, at any depth.
            raise SecurityError("a namespace can be neither printed nor put into a list")
        case SubmissionPart():
            return PART if printed else 1
    return 1
