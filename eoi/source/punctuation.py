"""Slips with quotation marks, brackets and other characters that have a meaning in YAML.

Each function recognises one slip, and points at the character that a person would correct: the bracket that
was opened, not the line where the parser stopped.
"""

from __future__ import annotations

from eoi.findings import Finding, Position
from eoi.source.parser_error import ParserError, make_span_of_character, report_slip

# The words of the parser in C, then those of the one in Python.
NOT_LINED_UP = ("expected key", "'-' indicator", "<document start>", "<block end>")
SPECIAL = (
    "start any token",
    "an alias",
    "an anchor",
    " a tag",
    "tag handle",
    "mapping keys",
    "irective",
    "incompatible YAML",
)
CLOSING = ("]", "}", ",")


def find_special_character(error: ParserError) -> Finding | None:
    """Find a value that begins with a character that has a meaning in YAML."""
    if not error.says(*SPECIAL):
        return None
    what = "line" if error.began.column == 1 else "value"
    character = error.character(error.began)
    item = "Begin a list item with a dash. To print an asterisk, put" if character == "*" else "Put"
    return report_slip(
        f"A {what} cannot begin with '{character}'.",
        make_span_of_character(error.began),
        f'{item} the text in quotes: "...".',
    )


def find_unclosed_quote(error: ParserError) -> Finding | None:
    """Find a quotation mark that is never closed."""
    return report_open_quote(error.began) if error.says("quoted scalar found unexpected") else None


def report_open_quote(place: Position) -> Finding:
    """Make the finding for a quotation mark that is never closed."""
    return report_slip(
        "A quotation mark is opened here and never closed.",
        make_span_of_character(place),
        "Add the closing quotation mark at the end of the value.",
    )


def find_unknown_escape(error: ParserError) -> Finding | None:
    """Find a backslash in double quotes that begins no special character."""
    if not error.says("escape", "hexdecimal"):
        return None
    return report_slip(
        "A backslash in double quotes starts a special character, and this is not one.",
        make_span_of_character(error.at),
        "Use single quotes instead, or write the backslash twice.",
    )


def find_unclosed_bracket(error: ParserError) -> Finding | None:
    """Find a bracket that is never closed."""
    if not error.says("expected ',' or"):
        return None
    opened = error.character(error.began)
    kind, closing = ("list", "]") if opened == "[" else ("group", "}")
    return report_slip(
        f"A {kind} opened with '{opened}' is not closed.",
        make_span_of_character(error.at if error.at.line == error.began.line else error.began),
        f"Add the missing '{closing}', or a comma between two items.",
    )


def find_late_quote(error: ParserError) -> Finding | None:
    """Find an unclosed quotation mark that the parser paired with the next quotation mark, lines below."""
    if not error.says(*NOT_LINED_UP) or not error.before.endswith('"') or error.before.count('"') % 2 == 0:
        return None
    lines = range(error.at.line - 1, 0, -1)
    opening = next((number for number in lines if error.line(number).count('"') % 2), error.at.line)
    return report_open_quote(Position(opening, error.line(opening).rindex('"') + 1))


def find_text_after_end(error: ParserError) -> Finding | None:
    """Find text after a closing mark, as in `"The plan" of 2014` and `[draft] for review`."""
    if not error.says(*NOT_LINED_UP):
        return None
    match error.before[-1:]:
        case "'" | '"':
            what, help_ = "quotation mark", "Put the whole value in quotes of the other kind."
        case "]" | "}":
            what, help_ = "bracket", "Put the whole value in quotes."
        case _:
            return None
    return report_slip(f"There is more text after a closing {what}.", make_span_of_character(error.at), help_)


def find_stray_closing(error: ParserError) -> Finding | None:
    """Find a closing bracket or a comma that belongs to no list or group."""
    character = error.character(error.at)
    if character not in CLOSING or not error.says(*NOT_LINED_UP, "node content"):
        return None
    return report_slip(
        f"This '{character}' belongs to no list or group.",
        make_span_of_character(error.at),
        "Delete it, or put the whole value in quotes to print it.",
    )
