"""Dashes of list items: another character in their place, or no space after them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.slips.levels import list_lines_below, shift_lines
from eoi.source.window import Edits, Repair

ORDER = 80
LIKE_DASHES = {
    "–": "en dash",
    "—": "em dash",
    "−": "minus sign",
    "‐": "typographic hyphen",
    "‑": "no-break hyphen",
    "•": "bullet",
    "·": "dot",
    "*": "star",
    "▪": "bullet",
    "●": "bullet",
    "": "bullet",
}
Find = Callable[[str], re.Match[str] | None]
OTHER_DASH = re.compile(f"\\s*(?:- )*([{''.join(LIKE_DASHES)}])[ \t\u00a0]*")
GLUED = re.compile(r"\s*(-)(?=[^\s-])")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose a hyphen and a space in the place of another mark."""
    for line in error.near:
        if line.is_text:
            continue
        yield from repair_dash_beside_field(line)
        if found := OTHER_DASH.match(line.text):
            mark = found[1]
            article = "an" if mark in "–—" else "a"
            yield Repair(
                report_slip(
                    f"This line begins with {article} {LIKE_DASHES[mark]} ({mark}), not with a dash.",
                    make_span_of_characters(line.number, found.start(1)),
                    "Begin each item of a list with a hyphen (-) and a space.",
                ),
                change_alike(error, line, OTHER_DASH.match),
            )
        if found := GLUED.match(line.text):
            yield repair_glued_dash(error, line, found.start(1))


def repair_glued_dash(error: ParserError, line: OutlineLine, column: int) -> Repair:
    """Add the space after a dash, and move the lines that are in line with the words behind the dash."""
    edits = change_alike(error, line, GLUED.match)
    moved = [other for number in edits for other in list_lines_in_line_with_words(error, number)]
    return Repair(
        report_slip(
            "There is no space after this dash.",
            make_span_of_characters(line.number, column),
            "Begin each item of a list with a hyphen (-) and a space"
            + (", and move its other lines one space to the right." if moved else "."),
        ),
        {**edits, **shift_lines(moved, 1)},
    )


def list_lines_in_line_with_words(error: ParserError, number: int) -> list[OutlineLine]:
    """Return the lines below a dash without its space, if they begin in line with the words behind it."""
    outline = error.window.outline if error.window else []
    item = next(line for line in outline if line.number == number)
    below = list_lines_below(item, outline)
    return below if below and below[0].column == item.column + 1 else []


def repair_dash_beside_field(line: OutlineLine) -> Iterator[Repair]:
    """Move the list in `local_authorities: - Bath Council` to the next line."""
    if line.name is None or not line.value.startswith("- "):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        report_slip(
            "A list begins on a line of its own.",
            make_span_of_characters(line.number, start),
            "Move the dash to the next line, or put the value in quotes to print it.",
        ),
        {line.number: (line.text[:start].rstrip(), " " * (line.key_column + 2) + line.value)},
    )


def change_alike(error: ParserError, line: OutlineLine, find: Find) -> Edits:
    """Replace the same mark on this line and all lines below with the same indentation.

    A person who typed the mark once typed it for the whole list.
    """
    found = {
        each.number: (write_dash(each, match),)
        for each in (error.window.outline if error.window else ())
        if each.column == line.column and not each.is_text and (match := find(each.text))
    }
    return {number: text for number, text in found.items() if number >= line.number}


def write_dash(line: OutlineLine, match: re.Match[str]) -> str:
    """Write a line with a hyphen in the place of its mark."""
    return f"{line.text[: match.start(1)]}- {line.text[match.end() :]}"
