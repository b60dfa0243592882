"""Values that begin with a character that has a meaning in YAML."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.parser_error import ParserError, make_span_of_character, report_slip
from eoi.source.punctuation import SPECIAL
from eoi.source.slips.quoting import quote_value_at
from eoi.source.window import Repair

ORDER = 85


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to quote a value that begins with a special character, or to leave out such a line."""
    if not error.says(*SPECIAL):
        return
    number, column = error.began
    character = error.character(error.began)
    if column == 1:
        span = make_span_of_character(error.began)
        finding = report_slip(
            f"A line cannot begin with '{character}'.", span, 'Put the text in quotes: "...".'
        )
        yield Repair(finding, {number: ("",)})
        return
    item = "Begin a list item with a dash. To print an asterisk, put" if character == "*" else "Put"
    yield Repair(
        report_slip(
            f"A value cannot begin with '{character}'.",
            make_span_of_character(error.began),
            f'{item} the text in quotes: "...".',
        ),
        quote_value_at(error, number, column - 1),
    )
