"""The lines around a slip, and how far the parser gets in them with a repair of some of them.

A file can have a megabyte, and a slip a hundred explanations. So each is tried only on the lines near it and
on the lines of the fields around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.source import tree
from eoi.source.outline import OutlineLine, make_outline, measure_indent

ABOVE, BELOW = 40, 30
MAX_CHARACTERS = 20_000
END = 1 << 40
# Replacements by the number of the line: each is one line, several lines or none.
Edits = Mapping[int, tuple[str, ...]]
NO_EDITS: Edits = {}


class Trial(NamedTuple):
    """The number of the line that the parser reached, and how many things it refused before that."""

    reach: int
    refused: int


class Window(FrozenValue):
    """The numbered lines around a slip."""

    rows: tuple[tuple[int, str], ...]

    @cached_property
    def outline(self) -> list[OutlineLine]:
        return make_outline(self.rows)

    @property
    def last(self) -> int:
        return self.rows[-1][0]

    def apply(self, edits: Edits) -> list[tuple[int, str]]:
        return [(number, row) for number, text in self.rows for row in edits.get(number, (text,))]

    def try_edits(self, edits: Edits) -> Trial:
        """Read the window with `edits` made, and return how far the parser got."""
        rows = self.apply(edits)
        refused: list[Finding] = []
        try:
            tree.build_tree("\n".join(row for _, row in rows) + "\n", refused)
        except tree.CannotGoOn as stop:
            return Trial(rows[min(stop.finding.span.start.line, len(rows)) - 1][0], len(refused))
        except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
            return Trial(find_line_reached(problem, rows), len(refused))
        return Trial(END, len(refused))


def find_line_reached(problem: Any, rows: Sequence[tuple[int, str]]) -> int:
    """Return the number of the line that the parser reached.

    For a name without its colon that is its own line, however far the parser looked ahead.
    """
    is_name = "simple key" in str(getattr(problem, "context", ""))
    mark = getattr(problem, "context_mark" if is_name else "problem_mark", None)
    return rows[min(mark.line, len(rows) - 1)][0] if mark and rows else 0


def cut_window(lines: Sequence[str], number: int) -> Window | None:
    """Cut out the lines around a line number; return None if they are too long to be tried many times."""
    first = max(1, number - ABOVE)
    while first < number and not lines[first - 1].strip():
        first += 1
    numbers = [
        *reversed(list(find_parents(lines, first))),
        *range(first, min(number + BELOW, len(lines)) + 1),
    ]
    rows = tuple((each, lines[each - 1]) for each in numbers)
    fits = sum(len(text) for _, text in rows) <= MAX_CHARACTERS
    return Window(rows) if fits and rows else None


def find_parents(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield the numbers of the lines that a line belongs to by indentation, the nearest first."""
    depth = measure_indent(lines[number - 1])
    for higher in range(number - 1, 0, -1):
        if not depth:
            return
        text = lines[higher - 1]
        if text.strip() and not text.lstrip().startswith("#") and measure_indent(text) < depth:
            depth = measure_indent(text)
            yield higher


class Repair(FrozenValue):
    """A finding for a slip, with the edits that would repair it.

    `doubt` counts against the repair if another one leads as far. `only_known` marks a repair that makes a
    field, which is wrong if the file cannot hold such a field there. The parser has to get past the last line
    of the edits, or past the line `past` if the others can have slips of their own.
    """

    finding: Finding
    edits: Edits = NO_EDITS
    doubt: int = 0
    only_known: bool = False
    past: int = 0
