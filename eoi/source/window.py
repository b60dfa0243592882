"""The lines around a slip, and how far the parser gets in them when some are changed.

A file can be a megabyte and a slip can have a hundred explanations, so each is tried on the neighbourhood
alone: the lines near it, and those that say what it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from eoi.source import tree
from eoi.source.outline import Line, indent, outline
from eoi.source.repair import Edits

ABOVE, BELOW = 40, 30
MAX_CHARACTERS = 20_000
END = 1 << 40


@dataclass(frozen=True)
class Window:
    rows: tuple[tuple[int, str], ...]

    @cached_property
    def outline(self) -> list[Line]:
        return outline(self.rows)

    @property
    def last(self) -> int:
        return self.rows[-1][0]

    def changed(self, edits: Edits) -> list[tuple[int, str]]:
        return [(number, row) for number, text in self.rows for row in edits.get(number, (text,))]

    def reach(self, edits: Edits) -> int:
        """The number of the line at which the parser gives up, with `edits` made."""
        rows = self.changed(edits)
        try:
            for _ in yaml.parse("\n".join(row for _, row in rows) + "\n", Loader=tree.LOADER):
                pass
        except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
            return line_reached(problem, rows)
        return END


def line_reached(problem: Any, rows: Sequence[tuple[int, str]]) -> int:
    mark = getattr(problem, "problem_mark", None)
    return rows[min(mark.line, len(rows) - 1)][0] if mark and rows else 0


def window_around(lines: Sequence[str], number: int) -> Window | None:
    """Nothing where its lines are too long to be tried again and again."""
    first = max(1, number - ABOVE)
    while first < number and not lines[first - 1].strip():
        first += 1
    numbers = [*reversed(list(owners(lines, first))), *range(first, min(number + BELOW, len(lines)) + 1)]
    rows = tuple((each, lines[each - 1]) for each in numbers)
    fits = sum(len(text) for _, text in rows) <= MAX_CHARACTERS
    return Window(rows) if fits and rows else None


def owners(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines that the one with this number stands below, from the nearest to the one furthest out."""
    depth = indent(lines[number - 1])
    for higher in range(number - 1, 0, -1):
        if not depth:
            return
        text = lines[higher - 1]
        if text.strip() and not text.lstrip().startswith("#") and indent(text) < depth:
            depth = indent(text)
            yield higher
