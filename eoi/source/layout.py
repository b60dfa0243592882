"""Slips of layout: tabs, missing colons, lines with too much or too little indentation.

The parser notices most of them a line too late. Each function here recognises one slip, and points at the
line that a person would correct.
"""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace, Position
from eoi.source.outline import find_key_column
from eoi.source.parser_error import ParserError, make_span_of_character, make_span_of_line, report_slip

WRONG_SPACES = {"\t": "tab", "\u00a0": "no-break space"}
# The name must not match the dashes again: a line can be as long as the file.
FIELD = Expression(r"""\s*+(?:-\s++)*+(?:"[^"]*"|'[^']*'|[^\s:#][^:]*):(?:\s+(?P<value>[^\s#])|\s*(?:#|$))""")
GLUED = Expression(r"\s*(?:-\s+)*(\w+):(?!//)\S")


def find_wrong_space(error: ParserError) -> Finding | None:
    """Find a tab or a no-break space in an indentation."""
    number = error.at.line
    indentation = enumerate(error.line(number)[: error.indent(number)], 1)
    column, space = next(((at, space) for at, space in indentation if space in WRONG_SPACES), (0, ""))
    if not column:
        return None
    return report_slip(
        f"This line is indented with a {WRONG_SPACES[space]}.",
        make_span_of_character(Position(number, column)),
        "Use spaces instead: two for each level.",
    )


def find_missing_colon(error: ParserError) -> Finding | None:
    """Find a line that the parser took for a field's name, and that has no colon."""
    if not error.says("could not find expected ':'"):
        return None
    number = error.began.line
    if is_list_item(error, error.above(number), error.indent(number)):
        return report_missing_dash(error, number)
    return report_missing_colon(error, number)


def find_second_colon(error: ParserError) -> Finding | None:
    """Find a second colon on one line."""
    if not error.says("mapping values") or not re.search(r":\s", error.before):
        return None
    return report_slip(
        "There is a second colon on this line.",
        make_span_of_character(error.at),
        "Put a value that holds ': ' in quotes, and every field on a line of its own.",
    )


def find_field_in_text(error: ParserError) -> Finding | None:
    """Find a field that YAML reads as a part of the text above it.

    Either the line above lacks its colon, or the field is indented too far.
    """
    number = error.at.line
    above = error.above(number)
    if not above or not error.says("mapping values"):
        return None
    if not is_field(error, above) and not continues_value(error, above):
        return report_missing_colon(error, above)
    return report_slip(
        "This line is indented further than the fields above it, so it reads as part of their text.",
        make_span_of_line(error, number),
        "Line it up with them.",
    )


def find_three_dots(error: ParserError) -> Finding | None:
    """Find the line of three dots that ends a YAML document."""
    above = error.above(error.at.line)
    if not error.says("<document start>") or error.line(above).strip() != "...":
        return None
    return report_slip(
        "A line of three dots ends the file here.", make_span_of_line(error, above), "Delete it."
    )


def find_indented_start(error: ParserError) -> Finding | None:
    """Find a first field that is indented further than the following fields."""
    if not error.says("<document start>"):
        return None
    first = error.first_line
    if error.indent(first) <= error.indent(error.at.line):
        return None
    return report_slip(
        "This line is indented, and the fields below it are not.",
        make_span_of_line(error, first),
        "Begin all of them at the start of the line.",
    )


def find_misaligned_line(error: ParserError) -> Finding | None:
    """Find a line whose indentation differs from the lines above, or that lacks the dash of a list item."""
    if not error.says("expected key", "'-' indicator", "<block end>"):
        return None
    if error.character(error.began) == "-":
        return report_missing_dash(
            error, error.at.line, LabelledPlace(make_span_of_character(error.began), "the list begins here")
        )
    return report_slip(
        "This line does not line up with the ones above it.",
        make_span_of_line(error, error.at.line),
        "Indent it by the same number of spaces as its neighbours.",
    )


def report_missing_dash(error: ParserError, number: int, related: LabelledPlace | None = None) -> Finding:
    """Make the finding for a line without a dash where a list item should be."""
    return report_slip(
        "This line stands where a list item should.",
        make_span_of_line(error, number),
        "Begin it with a dash and a space, or indent it to belong to the item above.",
        related,
    )


def report_missing_colon(error: ParserError, number: int) -> Finding:
    """Make the finding for a line that lacks its colon, or the space after it."""
    if glued := GLUED.match(error.line(number)):
        colon = make_span_of_character(Position(number, glued.end(1) + 1))
        return report_slip("There is no space after this colon.", colon, f"Write `{glued[1]}: ...`.")
    return report_slip(
        "This line is not a field: it has no colon.",
        make_span_of_line(error, number),
        "Write `name: value`, or indent the line if it continues the text above.",
    )


def is_list_item(error: ParserError, number: int, indent: int) -> bool:
    """Tell whether a line is a list item whose indentation is `indent` spaces."""
    return error.line(number).lstrip().startswith("- ") and error.indent(number) == indent


def is_field(error: ParserError, number: int) -> bool:
    """Tell whether a line begins with a field's name."""
    return FIELD.match(error.line(number)) is not None


def continues_value(error: ParserError, number: int) -> bool:
    """Tell whether the line continues the value of a field further up."""
    depth = find_key_column(error.line(number))
    while number := error.above(number):
        line = error.line(number)
        if find_key_column(line) < depth:
            field = FIELD.match(line)
            return field is not None and field["value"] is not None
    return False
