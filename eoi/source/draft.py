"""A text whose slips are repaired one after the other. It knows where each character was typed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from eoi.findings import Finding, LabelledPlace, Position, Span
from eoi.frozen_value import FrozenValue
from eoi.source.nodes import Entry, Mapping, Node, Place, Scalar, Sequence, make_span
from eoi.source.window import Edits


class Draft(FrozenValue):
    """The lines of a text during its repair.

    Each row is a text with the number of the line it comes from; `typed` holds the lines before any repair.
    """

    typed: tuple[str, ...]
    rows: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, text: str) -> Draft:
        lines = tuple(text.split("\n"))
        return cls(lines, tuple(enumerate(lines, 1)))

    @cached_property
    def text(self) -> str:
        return "\n".join(row for _, row in self.rows)

    def edit(self, edits: Edits) -> Draft:
        """Return a draft with rows replaced.

        The keys of `edits` number the rows of this draft, not the typed lines.
        """
        rows = [
            (origin, text)
            for number, (origin, old) in enumerate(self.rows, 1)
            for text in edits.get(number, (old,))
        ]
        return Draft(self.typed, tuple(rows) or ((1, ""),))

    def blank(self, numbers: Iterable[int]) -> Draft:
        return self.edit(dict.fromkeys(numbers, ("",)))

    def restore_position(self, place: Position, is_end: bool = False) -> Position:
        """Return the place where the character at `place` was typed.

        For a character that a repair added, it is the place of the nearest typed one.
        """
        number, row = self.rows[min(place.line, len(self.rows)) - 1]
        line = self.typed[number - 1]
        if line == row:
            return Position(number, place.column)
        kept = count_common_characters(line, row)
        end = min(count_common_characters(line[::-1], row[::-1]), len(line) - kept, len(row) - kept)
        column = place.column - 1
        if column + (not is_end) > len(row) - end:
            column += len(line) - len(row)
        elif column > kept:
            column = min(column, max(kept, len(line) - end))
        return Position(number, max(0, min(column, len(line) + 1)) + 1)

    def restore_span(self, span: Span) -> Span:
        start, end = self.restore_position(span.start), self.restore_position(span.end, is_end=True)
        return Span(start, max(start, end))

    def restore_place(self, place: Place) -> Place:
        (line, column), (last_line, last_column) = self.restore_span(make_span(place))
        return line - 1, column - 1, last_line - 1, last_column - 1

    def restore_finding(self, finding: Finding) -> Finding:
        related = finding.related
        return finding._replace(
            span=self.restore_span(finding.span),
            related=LabelledPlace(self.restore_span(related.span), related.label) if related else None,
        )

    def restore_node(self, node: Node) -> Node:
        """Return the same tree, with the place of each value as it was typed."""
        place = self.restore_place(node.place)
        match node:
            case Scalar():
                return node._replace(place=place)
            case Sequence():
                items, blank = (tuple(map(self.restore_node, some)) for some in (node.items, node.blank))
                return Sequence(items, place, node.typed, blank)
            case Mapping():
                fields, empty = (tuple(map(self.restore_entry, some)) for some in (node.entries, node.blank))
                return Mapping(fields, place, empty, node.typed)

    def restore_entry(self, entry: Entry) -> Entry:
        return Entry(
            entry.key._replace(place=self.restore_place(entry.key.place)), self.restore_node(entry.value)
        )


def count_common_characters(one: str, other: str) -> int:
    """Count the equal characters at the beginning of both texts."""
    return next(
        (at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second),
        min(len(one), len(other)),
    )
