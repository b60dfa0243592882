"""Texts of several lines that begin on the line of their bar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import OutlineLine, measure_indent
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.window import Repair

ORDER = 60
BESIDE = re.compile(r"[|>][-+]?[0-9]?[-+]?\s*(?=[^\s#])")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to move a text that begins on the line of its bar to the next line."""
    for line in error.near:
        if not line.is_text and (found := BESIDE.match(line.value)):
            yield repair_text_beside_bar(error, line, found.end())


def repair_text_beside_bar(error: ParserError, line: OutlineLine, start: int) -> Repair:
    """Move the text behind a bar to the next line."""
    column = line.text.rindex(line.value)
    head, text = line.text[: column + 1], line.text[column + start :]
    return Repair(
        report_slip(
            f"The text after '{line.value[0]}' must start on a new line, indented.",
            make_span_of_characters(line.number, column + start),
            "Move it to the next line.",
        ),
        {line.number: (head, " " * find_text_column(error, line) + text)},
    )


def find_text_column(error: ParserError, line: OutlineLine) -> int:
    """Return the column for the text of a field, counted from 0.

    It is the column of the next line, if that is indented further than the name.
    """
    below = next((text for text in error.lines[line.number :] if text.strip()), "")
    return measure_indent(below) if measure_indent(below) > line.key_column else line.key_column + 2
