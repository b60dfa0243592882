"""Slips with quotation marks, brackets and other characters that mean something to YAML.

Each function knows one slip, and points at what a person would fix: the bracket that was opened, not
the line where the parser gave up.
"""

from __future__ import annotations

from eoi.findings import Finding, Position
from eoi.source.trouble import Trouble, one_character, slip

# The C parser's words, then those of the Python one.
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


def special_character_first(trouble: Trouble) -> Finding | None:
    if not trouble.says(*SPECIAL):
        return None
    what = "line" if trouble.began.column == 1 else "value"
    character = trouble.character(trouble.began)
    item = "Begin a list item with a dash. To print an asterisk, put" if character == "*" else "Put"
    return slip(
        f"A {what} cannot begin with '{character}'.",
        one_character(trouble.began),
        f'{item} the text in quotes: "...".',
    )


def unclosed_quote(trouble: Trouble) -> Finding | None:
    return open_quote(trouble.began) if trouble.says("quoted scalar found unexpected") else None


def open_quote(place: Position) -> Finding:
    return slip(
        "A quotation mark is opened here and never closed.",
        one_character(place),
        "Add the closing quotation mark at the end of the value.",
    )


def unknown_escape(trouble: Trouble) -> Finding | None:
    if not trouble.says("escape", "hexdecimal"):
        return None
    return slip(
        "A backslash in double quotes starts a special character, and this is not one.",
        one_character(trouble.at),
        "Use single quotes instead, or write the backslash twice.",
    )


def unclosed_bracket(trouble: Trouble) -> Finding | None:
    if not trouble.says("expected ',' or"):
        return None
    opened = trouble.character(trouble.began)
    kind, closing = ("list", "]") if opened == "[" else ("group", "}")
    return slip(
        f"A {kind} opened with '{opened}' is not closed.",
        one_character(trouble.at if trouble.at.line == trouble.began.line else trouble.began),
        f"Add the missing '{closing}', or a comma between two items.",
    )


def quote_closed_too_late(trouble: Trouble) -> Finding | None:
    """A quotation that the first mark of the next one closed, lines below."""
    if (
        not trouble.says(*NOT_LINED_UP)
        or not trouble.before.endswith('"')
        or trouble.before.count('"') % 2 == 0
    ):
        return None
    lines = range(trouble.at.line - 1, 0, -1)
    opening = next((number for number in lines if trouble.line(number).count('"') % 2), trouble.at.line)
    return open_quote(Position(opening, trouble.line(opening).rindex('"') + 1))


def text_after_the_end(trouble: Trouble) -> Finding | None:
    """`"The plan" of 2014` and `[draft] for review`."""
    if not trouble.says(*NOT_LINED_UP):
        return None
    match trouble.before[-1:]:
        case "'" | '"':
            what, help_ = "quotation mark", "Put the whole value in quotes of the other kind."
        case "]" | "}":
            what, help_ = "bracket", "Put the whole value in quotes."
        case _:
            return None
    return slip(f"There is more text after a closing {what}.", one_character(trouble.at), help_)


def closing_first(trouble: Trouble) -> Finding | None:
    character = trouble.character(trouble.at)
    if character not in CLOSING or not trouble.says(*NOT_LINED_UP, "node content"):
        return None
    return slip(
        f"This '{character}' belongs to no list or group.",
        one_character(trouble.at),
        "Delete it, or put the whole value in quotes to print it.",
    )
