"""Texts that continue below their field without the bar that they need."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.outline import OutlineLine, measure_indent
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.window import Repair

ORDER = 90  # the same as for levels: the lines below may be fields that are indented too far


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose a bar for each field whose text may continue below."""
    for line in error.near:
        if line.name is not None and not line.is_text and line.value.strip():
            yield from repair_missing_bar(error, line)


def repair_missing_bar(error: ParserError, line: OutlineLine) -> Iterator[Repair]:
    """Add a bar, and move the text to the next line."""
    below = list_lines_of_text(error, line)
    if not below:
        return
    start = line.text.rindex(line.value)
    column = min(measure_indent(error.line(number)) for number in below if error.line(number).strip())
    yield Repair(
        report_slip(
            f"The text of `{line.name}` goes on below, and nothing says so.",
            make_span_of_characters(line.number, start, len(line.value.rstrip())),
            f"Write `{line.name}: |`, and begin the text on the next line, indented like the lines below.",
        ),
        {line.number: (f"{line.text[:start]}|", " " * column + line.value)},
        doubt=2,
    )


def list_lines_of_text(error: ParserError, line: OutlineLine) -> list[int]:
    """List the numbers of the lines below a field that are indented further than its name."""
    found: list[int] = []
    for number, text in error.window.rows if error.window else ():
        if number <= line.number:
            continue
        if text.strip() and measure_indent(text) <= line.key_column:
            break
        found.append(number)
    while found and not error.line(found[-1]).strip():
        found.pop()
    return found
