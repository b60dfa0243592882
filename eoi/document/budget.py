"""Limits on the time and memory that a CCG's own templates may take for one document.

What they do is counted in characters, so that one number bounds all of it: a step, such as one round of a
loop, counts as many as take as long. That comes out the same each time; only where one step takes very long
does the processor's clock end it.
"""

from __future__ import annotations

import time
from collections.abc import ItemsView, KeysView, ValuesView
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace

from eoi.submission.part import Part as SubmissionPart

MOST = 50_000_000  # characters; the largest document that there can be takes a third
SECONDS = 10  # of computing
STEP, OUTPUT, ITEM = 50, 4, 10
PART = 1_000_000  # what a part of the submission counts where it is printed: it may be all of it
LOOKS_AT_THE_CLOCK = 8  # after so many
PLAIN = (int, float, bool, type(None))
CONTAINERS = (list, tuple, set, frozenset, dict, KeysView, ValuesView, ItemsView)


class TemplateTooCostly(SecurityError):
    """A template that takes more time or memory than a document needs."""

    def __init__(self) -> None:
        super().__init__("this takes more time or memory than a document needs")


class TemplateBudget:
    """The characters and the seconds that are left for the templates of one document."""

    def __init__(self) -> None:
        self.left, self.spent_on = MOST, 0
        self.end = time.thread_time() + SECONDS

    def note(self, characters: int) -> None:
        """Spend characters; the next step that asks for some says that they were too many."""
        self.left -= characters

    def spend(self, characters: int) -> None:
        self.left -= characters
        self.spent_on += 1
        if self.left < 0 or (self.spent_on % LOOKS_AT_THE_CLOCK == 0 and time.thread_time() > self.end):
            raise TemplateTooCostly

    def take(self, value: Any, printed: bool = False) -> Any:
        """Return a value that a template made or is about to use, and charge for its size.

        `printed` says that its text is wanted.
        """
        self.spend(STEP + self.weight(value, printed))
        return value

    def weight(self, value: Any, printed: bool = False) -> int:
        """Return the characters of a text, and of all that a list holds, however deep.

        No more than can be spent.
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
                total += size_of_value(one, printed, one is value)
        return total


def size_of_value(value: Any, printed: bool, alone: bool) -> int:
    """Estimate the size of a value in characters."""
    match value:
        case str() | range():
            return len(value)
        case int():
            return value.bit_length() // 8 + 1
        case Namespace() if printed or not alone:
            # Printed, it would print all that it holds, and what that holds, and so on.
            raise SecurityError("a namespace can be neither printed nor put into a list")
        case SubmissionPart():
            return PART if printed else 1
    return 1
