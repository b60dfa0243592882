"""Words on a line of their own that belong to no field and no list."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.parser_error import ParserError, make_span_of_words, report_slip
from eoi.source.window import Repair

ORDER = 95  # tried after the kinds that explain the words by another place or mark


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to read words on a line of their own as a comment."""
    for line in error.near:
        if line.name is None and not line.is_text and not line.is_item:
            yield Repair(
                report_slip(
                    "This line is not a field: it has no colon.",
                    make_span_of_words(line.number, line.text),
                    "Write `name: value`, or begin the line with # if it is a note of your own.",
                ),
                {line.number: (" " * line.column + "# " + line.text.lstrip(),)},
            )
