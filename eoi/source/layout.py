"""Slips of layout: tabs, missing colons, lines that stand too far in or out.

The parser notices most of them a line too late; each function here knows one slip, and points at the
line that a person would fix.
"""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.findings import Finding, Place, Position
from eoi.source.trouble import Trouble, one_character, slip, whole_line

WRONG_SPACES = {"\t": "tab", "\u00a0": "no-break space"}
DASHES = Expression(r"\s*(?:-\s+)*")
# What the dashes took, the name must not try for again: a line can be as long as the file.
FIELD = Expression(r"""\s*+(?:-\s++)*+(?:"[^"]*"|'[^']*'|[^\s:#][^:]*):(?:\s+(?P<value>[^\s#])|\s*(?:#|$))""")
GLUED = Expression(r"\s*(?:-\s+)*(\w+):(?!//)\S")


def wrong_space(trouble: Trouble) -> Finding | None:
    number = trouble.at.line
    indentation = enumerate(trouble.line(number)[: trouble.indent(number)], 1)
    column, space = next(((at, space) for at, space in indentation if space in WRONG_SPACES), (0, ""))
    if not column:
        return None
    return slip(
        f"This line is indented with a {WRONG_SPACES[space]}.",
        one_character(Position(number, column)),
        "Use spaces instead: two for each level.",
    )


def no_colon(trouble: Trouble) -> Finding | None:
    if not trouble.says("could not find expected ':'"):
        return None
    number = trouble.began.line
    if is_list_item(trouble, trouble.above(number), trouble.indent(number)):
        return no_dash(trouble, number)
    return not_a_field(trouble, number)


def colon_too_many(trouble: Trouble) -> Finding | None:
    if not trouble.says("mapping values") or not re.search(r":\s", trouble.before):
        return None
    return slip(
        "There is a second colon on this line.",
        one_character(trouble.at),
        "Put a value that holds ': ' in quotes, and every field on a line of its own.",
    )


def reads_on_from_above(trouble: Trouble) -> Finding | None:
    """A field taken for more of the text above: that line lacks a colon, or this one is too far in."""
    number = trouble.at.line
    above = trouble.above(number)
    if not above or not trouble.says("mapping values"):
        return None
    if not is_field(trouble, above) and not reads_on(trouble, above):
        return not_a_field(trouble, above)
    return slip(
        "This line is indented further than the fields above it, so it reads as part of their text.",
        whole_line(trouble, number),
        "Line it up with them.",
    )


def three_dots(trouble: Trouble) -> Finding | None:
    above = trouble.above(trouble.at.line)
    if not trouble.says("<document start>") or trouble.line(above).strip() != "...":
        return None
    return slip("A line of three dots ends the file here.", whole_line(trouble, above), "Delete it.")


def stands_apart(trouble: Trouble) -> Finding | None:
    """The first field is further in than the ones that follow."""
    if not trouble.says("<document start>"):
        return None
    first = trouble.first_line
    if trouble.indent(first) <= trouble.indent(trouble.at.line):
        return None
    return slip(
        "This line is indented, and the fields below it are not.",
        whole_line(trouble, first),
        "Begin all of them at the start of the line.",
    )


def out_of_line(trouble: Trouble) -> Finding | None:
    if not trouble.says("expected key", "'-' indicator", "<block end>"):
        return None
    if trouble.character(trouble.began) == "-":
        return no_dash(trouble, trouble.at.line, Place(one_character(trouble.began), "the list begins here"))
    return slip(
        "This line does not line up with the ones above it.",
        whole_line(trouble, trouble.at.line),
        "Indent it by the same number of spaces as its neighbours.",
    )


def no_dash(trouble: Trouble, number: int, related: Place | None = None) -> Finding:
    return slip(
        "This line stands where a list item should.",
        whole_line(trouble, number),
        "Begin it with a dash and a space, or indent it to belong to the item above.",
        related,
    )


def not_a_field(trouble: Trouble, number: int) -> Finding:
    if glued := GLUED.match(trouble.line(number)):
        colon = one_character(Position(number, glued.end(1) + 1))
        return slip("There is no space after this colon.", colon, f"Write `{glued[1]}: ...`.")
    return slip(
        "This line is not a field: it has no colon.",
        whole_line(trouble, number),
        "Write `name: value`, or indent the line if it continues the text above.",
    )


def is_list_item(trouble: Trouble, number: int, indent: int) -> bool:
    return trouble.line(number).lstrip().startswith("- ") and trouble.indent(number) == indent


def is_field(trouble: Trouble, number: int) -> bool:
    return FIELD.match(trouble.line(number)) is not None


def reads_on(trouble: Trouble, number: int) -> bool:
    """Whether the line continues the value of a field further up."""
    depth = key_column(trouble.line(number))
    while number := trouble.above(number):
        line = trouble.line(number)
        if key_column(line) < depth:
            field = FIELD.match(line)
            return field is not None and field["value"] is not None
    return False


def key_column(line: str) -> int:
    """Where the line's words begin, after the dashes of list items."""
    return len(DASHES.match(line)[0])  # type: ignore[index]
