"""The outcome of each line of a document: placed in a field, or kept as a note."""

from __future__ import annotations

from dataclasses import dataclass, field

from eoi.imports.lines import Line


@dataclass(slots=True)
class LineOutcomes:
    """The lines of a document by their outcome, each by its number.

    `led` holds headings and heads of tables, whose words decide the place of other lines.
    """

    placed: dict[int, str] = field(default_factory=dict)
    led: dict[int, str] = field(default_factory=dict)
    kept: dict[int, str] = field(default_factory=dict)

    def count(self, lines: tuple[Line, ...]) -> WordCount:
        """Count the words of the lines with each outcome."""
        sizes = {line.number: len(line.words.split()) for line in lines}
        return WordCount(
            sum(sizes.values()),
            sum(sizes[number] for number in {**self.placed, **self.led}),
            sum(sizes[number] for number in self.kept),
        )


@dataclass(frozen=True, slots=True)
class WordCount:
    """The number of words of a document that are placed or kept. Both together are all its words."""

    all: int
    placed: int
    kept: int
