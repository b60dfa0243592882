"""The lines that are left out so that the rest of a file can be read, and the findings on them."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.parse_errors.yaml import UNREAD_LINES
from eoi.source.outline import measure_indent
from eoi.source.parser_error import ParserError, make_span_of_words
from eoi.source.window import Edits, find_parents


def find_unreadable(known: ParserError, finding: Finding) -> range:
    """Return the lines to leave out so that the parser gets past them, and no more than needed."""
    line = finding.span.start.line
    first, last = min(line, known.stop), max(line, known.stop)
    for number in (line, known.stop, *find_parents(known.lines, first)):
        block = find_block(known, number)
        if gets_past(known, block):
            return block
    while first > 1 and measure_indent(known.line(first)):
        first -= 1
    return range(first, find_block(known, last).stop)


def find_block(known: ParserError, number: int) -> range:
    """Return a line and the more indented lines below it."""
    depth, last = measure_indent(known.line(number)), number
    while last < len(known.lines) and (
        not known.line(last + 1).strip() or measure_indent(known.line(last + 1)) > depth
    ):
        last += 1
    return range(number, last + 1)


def gets_past(known: ParserError, block: range) -> bool:
    """Tell whether the parser gets past a block once it is left out."""
    if not known.window:
        return False
    edits: Edits = dict.fromkeys(block, ("",))
    return known.window.try_edits(edits).reach > max(block.stop - 1, known.stop)


def report_unread(lines: tuple[str, ...], lost: list[int]) -> list[Finding]:
    """Make a finding for each run of lost lines that has more than one line."""
    runs = find_runs([number for number in lost if lines[number - 1].strip()], lines)
    return [
        UNREAD_LINES.at(make_span_of_words(first, lines[first - 1]), first=first, last=last)
        for first, last in runs
        if last > first
    ]


def find_runs(numbers: list[int], lines: tuple[str, ...]) -> list[tuple[int, int]]:
    """Join line numbers into runs of first and last number. Blank lines do not break a run."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and not any(line.strip() for line in lines[found[-1][1] : number - 1]):
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
