"""Brackets and braces that are opened and never closed, or closed by the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import LabelledPlace, Position
from eoi.source.characters import quote_text
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import (
    NEAR,
    ParserError,
    make_span_of_character,
    make_span_of_characters,
    report_slip,
)
from eoi.source.window import Repair

ORDER = 50
LAST_NAME = re.compile(r"(?<![a-z_])[a-z_]++$")
BRACKETED = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,]")
CLOSING = {"[": "]", "{": "}"}


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose a comma, another bracket, a closing bracket, or quotes."""
    yield from repair_missing_comma(error)
    yield from repair_wrong_bracket(error)
    yield from repair_unclosed_bracket(error)
    for line in error.near[:1]:
        yield from repair_text_beside_bracket(line)


def repair_missing_comma(error: ParserError) -> Iterator[Repair]:
    """Add the comma that is missing in `{headcount: 43 wte: 34}`."""
    number, column = error.at
    text = error.line(number)
    before = text[: column - 1].rstrip()
    found = LAST_NAME.search(before)
    if not found or "{" not in before or not error.says("mapping values", "flow"):
        return
    value = before[: found.start()].rstrip()
    if value[-1:] in ("{", ",", ""):
        return
    yield Repair(
        report_slip(
            f"There is no comma before `{found[0]}`.",
            make_span_of_characters(number, found.start(), len(found[0])),
            "Write a comma between two fields in braces.",
        ),
        {number: (f"{value}, {text[found.start() :]}",)},
    )


def repair_unclosed_bracket(error: ParserError) -> Iterator[Repair]:
    """Close a bracket at the end of its line."""
    place = find_opening(error)
    if place is None or not error.says("flow"):
        return
    number, opened = place.line, error.character(place)
    text, closing = error.line(number).rstrip(), CLOSING[opened]
    yield Repair(
        report_slip(
            f"A {'list' if opened == '[' else 'group'} opened with '{opened}' is not closed.",
            make_span_of_character(place),
            f"Add the missing '{closing}' at its end.",
            LabelledPlace(make_span_of_characters(number, len(text)), "it should close here"),
        ),
        # Behind a colon a bracket would be part of the text.
        {number: (f"{text} {closing}" if text.endswith(":") else text + closing,)},
    )


def find_opening(error: ParserError) -> Position | None:
    """Return the place of the bracket that is still open; return None if none is found.

    Lines above are searched where the file ends, since the parser then does not report where the bracket
    began.
    """
    if error.character(error.began) in CLOSING:
        return error.began
    number = 0 if error.character(error.at) else error.above(error.at.line + 1)
    while number and number > error.at.line - NEAR:
        if column := find_unmatched(error.line(number)):
            return Position(number, column)
        number = error.above(number)
    return None


def find_unmatched(text: str) -> int:
    """Return the column of the last bracket that a line opens and does not close.

    It is counted from 1, and is 0 if there is no such bracket.
    """
    columns: list[int] = []
    for column, character in enumerate(text, start=1):
        if character in CLOSING:
            columns.append(column)
        elif character in CLOSING.values() and columns:
            columns.pop()
    return columns[-1] if columns else 0


def repair_wrong_bracket(error: ParserError) -> Iterator[Repair]:
    """Replace or delete the wrong bracket, as in `[Bath Council, Bristol Council}`."""
    number, column = error.at
    text, mark = error.line(number), error.character(error.at)
    opened = error.character(error.began)
    if mark not in CLOSING.values():
        return
    if opened in CLOSING and error.says("flow"):
        yield Repair(
            report_slip(
                f"A {'list' if opened == '[' else 'group'} opened with '{opened}' is closed by '{mark}'.",
                make_span_of_character(error.at),
                f"Write '{CLOSING[opened]}' in its place.",
                LabelledPlace(make_span_of_character(error.began), "opened here"),
            ),
            {number: (text[: column - 1] + CLOSING[opened] + text[column:],)},
        )
    yield Repair(
        report_slip(
            f"This '{mark}' belongs to no list or group.",
            make_span_of_character(error.at),
            "Delete it, or put the whole value in quotes to print it.",
        ),
        {number: (text[: column - 1] + text[column:],)},
    )


def repair_text_beside_bracket(line: OutlineLine) -> Iterator[Repair]:
    """Quote a value such as `[draft] for the board`."""
    found = BRACKETED.match(line.value)
    if found and not line.is_text:
        start = line.text.rindex(line.value)
        yield Repair(
            report_slip(
                "There is more text after a closing bracket.",
                make_span_of_characters(line.number, start + found.end() - 1),
                "Put the whole value in quotes.",
            ),
            {line.number: (line.text[:start] + quote_text(line.value),)},
        )
