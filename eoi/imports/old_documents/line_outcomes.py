"""The outcome of each line of a document: it is placed in a field, or kept as a note."""

from __future__ import annotations

from dataclasses import dataclass, field

from eoi.imports.lines import Line


@dataclass(slots=True)
class LineOutcomes:
    """The lines of a document by their result, each by its number.

    `led` are headings and heads of tables: their words decide the place of other lines.
    """

    placed: dict[int, str] = field(default_factory=dict)
    led: dict[int, str] = field(default_factory=dict)
    kept: dict[int, str] = field(default_factory=dict)

    def count(self, lines: tuple[Line, ...]) -> WordCount:
        """Count the words of the lines with each result."""
        sizes = {line.number: len(line.words.split()) for line in lines}
        return WordCount(
            sum(sizes.values()),
            sum(sizes[number] for number in {**self.placed, **self.led}),
            sum(sizes[number] for number in self.kept),
        )


@dataclass(frozen=True, slots=True)
class WordCount:
    """The words of a document, placed or kept. The two always add up to the total."""

    all: int
    placed: int
    kept: int
