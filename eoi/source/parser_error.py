"""An error of the parser with the lines around it, from which slips are recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eoi.findings import Finding, LabelledPlace, Position, Span, make_error
from eoi.frozen_value import FrozenValue
from eoi.parse_errors.yaml import YAML_SYNTAX
from eoi.source.nodes import Names, list_no_names, locate_mark

if TYPE_CHECKING:
    from eoi.source.outline import OutlineLine
    from eoi.source.window import Window

# If the parser misses the end of one of these, it also reports where it began, and the slip is there.
BEGINS = ("simple key", "quoted scalar", "flow", "block scalar", "anchor", "alias", "tag")
NEAR = 8  # how many lines above the parser's stop are searched for the slip


class ParserError(FrozenValue):
    """An error of the parser.

    `at` is where it stopped, `began` is where the part that it was reading began, and `words` are its
    message.
    """

    words: str
    at: Position
    began: Position
    lines: Sequence[str]
    names: Names = list_no_names

    @property
    def number(self) -> int:
        """The line to look at first."""
        return self.began.line if self.says(*BEGINS) else self.at.line

    @property
    def stop(self) -> int:
        """The line that the parser did not get past."""
        return self.began.line if self.says("simple key") else self.at.line

    @cached_property
    def window(self) -> Window | None:
        from eoi.source.window import cut_window  # late: a file without slips has no use for it

        return cut_window(self.lines, self.number)

    @cached_property
    def near(self) -> list[OutlineLine]:
        """The lines to search for the slip: the one where it was noticed, then those above it."""
        outline = self.window.outline if self.window else []
        above = [line for line in outline if line.number <= max(self.number, self.stop)]
        first = [line for line in above if line.number == self.number]
        others = [line for line in reversed(above) if line.number != self.number]
        return [
            *first,
            *others[:NEAR],
            *(line for line in list_outer_lines(others) if line not in others[:NEAR]),
        ]

    def says(self, *parts: str) -> bool:
        return any(part in self.words for part in parts)

    def line(self, number: int) -> str:
        return self.lines[number - 1] if number else ""

    def indent(self, number: int) -> int:
        return len(self.line(number)) - len(self.line(number).lstrip())

    @property
    def before(self) -> str:
        """The text on its line before the place where the parser stopped."""
        return self.line(self.at.line)[: self.at.column - 1].strip()

    @property
    def first_line(self) -> int:
        numbers = range(1, self.at.line)
        return next((number for number in numbers if self.says_something(number)), self.at.line)

    def above(self, number: int) -> int:
        """Return the number of the nearest line above that is no blank and no comment; 0 if there is none."""
        return next((higher for higher in range(number - 1, 0, -1) if self.says_something(higher)), 0)

    def says_something(self, number: int) -> bool:
        """Tell whether the line is neither blank nor a comment."""
        return self.line(number).strip()[:1] not in ("", "#")

    def character(self, place: Position) -> str:
        return self.line(place.line)[place.column - 1 : place.column]


def list_outer_lines(lines: Iterable[OutlineLine]) -> Iterator[OutlineLine]:
    """Yield each line that is indented less than all lines before it in the list."""
    column = None
    for line in lines:
        if not line.is_text and (column is None or line.column < column):
            column = line.column
            yield line


def read_parser_error(problem: Any, text: str, names: Names = list_no_names) -> ParserError:
    """Take the places and the words from an exception of the parser."""
    lines = text.split("\n")
    complaint = getattr(problem, "problem", None) or problem
    at = getattr(problem, "problem_mark", None)
    began = getattr(problem, "context_mark", None) or at
    words = f"{getattr(problem, 'context', None) or ''} {complaint}".strip()
    return ParserError(words, locate_mark(at, lines), locate_mark(began, lines), lines, names)


def make_span_of_character(place: Position) -> Span:
    """Return the span of the character at a place."""
    return Span(place, Position(place.line, place.column + 1))


def make_span_of_line(error: ParserError, number: int) -> Span:
    """Return the span of a line from its first character to its last, without the spaces around it."""
    line = error.line(number)
    start = Position(number, error.indent(number) + 1)
    return Span(start, Position(number, max(len(line.rstrip()), start.column) + 1))


def report_slip(message: str, span: Span, help: str, related: LabelledPlace | None = None) -> Finding:
    """Make the finding for a slip in the syntax."""
    return make_error(YAML_SYNTAX.name, message, span, help=help, related=related)


def make_span_of_characters(number: int, column: int, length: int = 1) -> Span:
    """Return the span of some characters of a line, from a column counted from 0."""
    return Span(Position(number, column + 1), Position(number, column + 1 + length))


def make_span_of_words(number: int, line: str, start: int = 0) -> Span:
    """Return the span of a line, or of its part behind a column, without the spaces around it."""
    start = max(start, len(line) - len(line.lstrip()))
    return make_span_of_characters(number, start, max(len(line.rstrip()) - start, 1))
