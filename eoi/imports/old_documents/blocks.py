"""Blocks of an old document: lines and tables, the outcome of each line, and prose for fields and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from eoi.imports.lines import Line
from eoi.imports.markdown import write_markdown_line
from eoi.imports.old_documents.places import RoundPlace
from eoi.imports.old_documents.tables import OldTable, gather_table
from eoi.imports.old_documents.tree import DraftEntry, DraftGroup, Node, Tree

MOST_IN_NOTE, LONGEST_NOTE = 40, 20_000  # lines and characters of one note


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


def split_into_blocks(lines: Sequence[Line]) -> Iterator[Line | OldTable]:
    """Yield the lines of a document outside tables, and each table as a whole."""
    for table, found in groupby(lines, key=lambda line: line.cell.table if line.cell else 0):
        if table:
            yield gather_table(list(found))
        else:
            yield from found


def fits_with(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line belongs to the same note. A heading or a table begins a new one."""
    first = lines[0]
    same_table = (first.cell.table if first.cell else 0) == (line.cell.table if line.cell else 0)
    alike = same_table and line.kind != "heading" and (first.kind == "note") == (line.kind == "note")
    return alike and len(lines) < MOST_IN_NOTE and sum(len(one.words) for one in lines) < LONGEST_NOTE


def write_prose_lines(lines: Sequence[Line]) -> str:
    """Return lines as Markdown. List items have no blank line between them, and other lines have one."""
    text = ""
    for before, line in zip((None, *lines), lines, strict=False):
        both_items = before is not None and all(one.kind in ("bullet", "number") for one in (before, line))
        text += ("" if before is None else "\n" if both_items else "\n\n") + write_markdown_line(line, "“")
    return text.lstrip()


def say_range(lines: Sequence[Line]) -> str:
    """Return the place of lines in words: `paragraphs 12 to 20` or `table 2, row 3, column 1`."""
    first, last = lines[0], lines[-1]
    if first.where == last.where or len(lines) == 1:
        return first.where
    if first.cell or last.cell:
        return f"{first.where} to {last.where}"
    return f"paragraphs {first.number} to {last.number}"


def write_prose(prose: Mapping[str, Sequence[Line]], tree: Tree) -> None:
    """Put the collected text into each field, with the range of its lines as a comment."""
    for path, lines in prose.items():
        tree.put(path, write_prose_lines(lines), say_range(lines), is_prose=True)


def write_notes(notes: Sequence[Sequence[Line]], tree: Tree) -> None:
    """Put the lines that no field takes into the notes."""
    for lines in notes:
        fields: dict[str, Node] = {
            "where": DraftEntry(say_range(lines)),
            "text": DraftEntry(write_prose_lines(lines), (), True),
        }
        tree.add("notes", DraftGroup(fields))


def write_headings(headings: Sequence[tuple[Line, RoundPlace]], captions: Sequence[Line], tree: Tree) -> None:
    """Put each heading in a comment on the text below it, and the captions without a table on the notes."""
    for line, place in headings:
        node = tree.get(place.prose) or tree.get(place.rows) or tree.several("notes")
        node.comments = (*node.comments, f"under '{line.words}' ({line.where})")
    for caption in captions:
        tree.several("notes").comments += (f"{caption.where}: {caption.words}",)
