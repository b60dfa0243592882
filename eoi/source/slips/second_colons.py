"""Values that hold a colon and a space, and lines with two fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.slips.quoting import quote_value_at
from eoi.source.window import Repair

ORDER = 100  # last, since YAML accepts any value in quotes
SECOND_FIELD = re.compile(r"(?<![\s,;])[,;]?\s++([a-z_]++):(?=\s)")
COLON = re.compile(r":(?=\s)")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to split or to quote each value that holds a colon and a space."""
    for line in error.near:
        if line.name is not None and not line.is_text and line.value.strip():
            yield from repair_second_colon(error, line)


def repair_second_colon(error: ParserError, line: OutlineLine) -> Iterator[Repair]:
    """Put the second field on a line of its own, or quote the value."""
    start = line.text.rindex(line.value)
    if (found := SECOND_FIELD.search(line.value)) and found[1] in error.names(()):
        first, second = line.value[: found.start()], line.value[found.start(1) :]
        yield Repair(
            report_slip(
                "Two fields stand on this line.",
                make_span_of_characters(line.number, start + found.start(1), len(found[1])),
                "Write every field on a line of its own.",
            ),
            {line.number: (line.text[:start] + first, " " * line.key_column + second)},
        )
    if found := COLON.search(line.value):
        yield Repair(
            report_slip(
                "There is a second colon on this line.",
                make_span_of_characters(line.number, start + found.start()),
                "Put a value that holds ': ' in quotes, and every field on a line of its own.",
            ),
            quote_value_at(error, line.number, start),
        )
