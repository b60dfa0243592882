"""What YAML allows and a submission never needs, each refused with its place and what to write instead."""

from __future__ import annotations

from eoi.findings import Finding, Place, Position, Span, error
from eoi.source.nodes import Scalar
from eoi.source.quoting import in_quotes

MAX_DEPTH = 32
MAX_NODES = 20_000
# In one list. What is asked of every item, and of every two, would otherwise add up to minutes.
MAX_ITEMS = 500
# Characters of a field's name: YAML's own limit, which a question mark before the name would lift.
MAX_NAME = 1024
SHOWN = 60


def shown(name: str) -> str:
    """A name as a message can hold it: what follows `&`, `*` and `!` can be as long as the file."""
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 3]}..."


def alias(name: str, span: Span) -> Finding:
    return error(
        "yaml-alias",
        f"`*{shown(name)}` repeats a value from elsewhere; this file cannot do that.",
        span,
        help="Write the value out here. To print an asterisk, put the text in quotes.",
    )


def anchor(name: str, span: Span) -> Finding:
    return error(
        "yaml-anchor",
        f"`&{shown(name)}` names a value to repeat; this file cannot do that.",
        span,
        help="Delete it. To print an ampersand, put the text in quotes.",
    )


def tag(name: str, span: Span) -> Finding:
    typed = name.replace("tag:yaml.org,2002:", "!!")
    return error(
        "yaml-tag",
        f"`{shown(typed)}` is a YAML type tag; this file has no use for one.",
        span,
        help="Delete it. To print an exclamation mark first, put the text in quotes.",
    )


def merge(span: Span) -> Finding:
    return error(
        "yaml-merge",
        "`<<` merges fields from elsewhere; this file cannot do that.",
        span,
        help="Write the fields out here.",
    )


def compound_key(span: Span) -> Finding:
    return error(
        "yaml-key",
        "A field's name must be a single word.",
        span,
        help="To print brackets, put the text in quotes.",
    )


def long_key(span: Span) -> Finding:
    return error(
        "yaml-key",
        f"A field's name has more than {MAX_NAME:,} characters here.",
        span,
        help="To begin a text with a question mark, put it in quotes.",
    )


def duplicate_key(again: Scalar, first: Scalar, is_another_item: bool) -> Finding:
    return error(
        "duplicate-key",
        f"`{again.text}` is written twice here, so one of the two would be lost.",
        again.span,
        help="To begin another item of the list, put a dash before it; or else keep one of the two."
        if is_another_item
        else "Keep one of them, or join their contents.",
        related=Place(first.span, "written first here"),
    )


def swallowed_item(span: Span) -> Finding:
    return error(
        "swallowed-item",
        "This line begins like a list item, but YAML reads it as part of the text above.",
        span,
        help="Begin every item with a dash, all in line; for bullets in a text, write `|` after its colon.",
    )


def no_first_dash(span: Span, item: Span) -> Finding:
    return error(
        "swallowed-item",
        "A list goes on below this line, which has no dash, so YAML reads all of it as one text.",
        span,
        help="Begin every item with a dash, all in line; for bullets in a text, write `|` after its colon.",
        related=Place(item, "an item begins here"),
    )


def lost_number(typed: str, start: Position) -> Finding:
    words = f"`over {typed[1:].strip('+-')}`" if typed[0] == ">" else "the number"
    return error(
        "wrong-value",
        f"YAML reads `{typed}` as the beginning of a long text, so it would be lost.",
        Span(start, Position(start.line, start.column + len(typed))),
        help=f"Write {words}, or put it in quotes: {in_quotes(typed)}.",
    )


def lost_letter(code: str, place: Position) -> Finding:
    what = "a tab" if code[1] == "t" else "a new line"
    return error(
        "control-character",
        f"In double quotes `{code}` is {what}, so the letter would be lost.",
        Span(place, Position(place.line, place.column + 2)),
        help="Use single quotes, or write the backslash twice.",
    )


def hidden_escape(character: str, span: Span) -> Finding:
    return error(
        "control-character",
        f"This text holds an invisible character (U+{ord(character):04X}).",
        span,
        help="Delete the backslash code that makes it, or use single quotes.",
    )


def second_document(span: Span) -> Finding:
    return error(
        "yaml-second-document",
        "A second document begins here; a file holds one submission.",
        span,
        help="Delete the line of three dashes, or move what follows to a file of its own.",
    )


def too_deep(span: Span) -> Finding:
    return error(
        "too-deep",
        f"Lists and fields are nested more than {MAX_DEPTH} deep here.",
        span,
        help="No field of a submission is; look for a stray bracket.",
    )


def too_many(span: Span) -> Finding:
    return error(
        "too-many-values",
        f"The file holds more than {MAX_NODES:,} values.",
        span,
        help="Check that this is the right file.",
    )


def too_many_items(span: Span) -> Finding:
    return error(
        "too-many-values",
        f"This list holds more than {MAX_ITEMS} items.",
        span,
        help="No list of a submission does; check that this is the right file.",
    )
