"""Blocks of an old document: its lines and tables, and runs of lines as prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from eoi.imports.lines import Line
from eoi.imports.markdown import write_markdown_line
from eoi.imports.old_documents.tables import OldTable, gather_table

MOST_IN_NOTE, LONGEST_NOTE = 40, 20_000  # lines and characters of one note


def blocks_of(lines: Sequence[Line]) -> Iterator[Line | OldTable]:
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


def range_of(lines: Sequence[Line]) -> str:
    """Return the place of lines in words: `paragraphs 12 to 20` or `table 2, row 3, column 1`."""
    first, last = lines[0], lines[-1]
    if first.where == last.where or len(lines) == 1:
        return first.where
    if first.cell or last.cell:
        return f"{first.where} to {last.where}"
    return f"paragraphs {first.number} to {last.number}"
