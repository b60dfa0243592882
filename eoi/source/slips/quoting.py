"""Slips with quotation marks: curly ones, an unclosed one, and text beside a text in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import LabelledPlace
from eoi.source.characters import quote_text
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_character, make_span_of_characters, report_slip
from eoi.source.window import Edits, Repair

ORDER = 40
CURLY = re.compile("^([“”„«‘’‚])(.*)([“”»‘’])\\s*$")
ENDED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose other quotation marks for each line nearby."""
    for line in error.near:
        if line.is_text:
            continue
        yield from repair_curly_quotes(line)
        yield from repair_trailing_comma(line)
        yield from repair_text_beside_quotes(error, line)
        yield from repair_unclosed_quote(error, line)
        if line.number == error.at.line and error.says("escape", "hexdecimal"):
            yield from repair_unknown_escape(error, line)


def repair_curly_quotes(line: OutlineLine) -> Iterator[Repair]:
    """Replace curly quotation marks by straight ones."""
    if not (found := CURLY.match(line.value)):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        report_slip(
            f"This text stands in curly quotation marks ({found[1]}{found[3]}), which are none to YAML.",
            make_span_of_characters(line.number, start),
            'Type straight ones instead: "...".',
            LabelledPlace(make_span_of_characters(line.number, start + found.start(3)), "and this one"),
        ),
        {line.number: (line.text[:start] + quote_text(found[2]),)},
    )


def repair_trailing_comma(line: OutlineLine) -> Iterator[Repair]:
    """Delete the comma at the end of `"name": "NHS Somewhere CCG",`, which comes from JSON."""
    text = line.text.rstrip()
    if text[-2:] in ('",', "',", "},", "],"):
        yield Repair(
            report_slip(
                "A comma ends this line, and nothing can follow it here.",
                make_span_of_characters(line.number, len(text) - 1),
                "Delete the comma.",
            ),
            {line.number: (text[:-1],)},
        )


def repair_text_beside_quotes(error: ParserError, line: OutlineLine) -> Iterator[Repair]:
    """Quote the whole of `"The plan" of 2014`, whose quotation marks are part of the text."""
    value = line.value.rstrip()
    ended = ENDED.match(value)
    if not ended or ended.end() == len(value) or value[ended.end() :].lstrip().startswith("#"):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        report_slip(
            "There is more text after a closing quotation mark.",
            make_span_of_characters(
                line.number,
                start + ended.end() + len(value[ended.end() :]) - len(value[ended.end() :].lstrip()),
            ),
            "Put the whole value in quotes of the other kind.",
        ),
        quote_value_at(error, line.number, start),
    )


def repair_unclosed_quote(error: ParserError, line: OutlineLine) -> Iterator[Repair]:
    """Close a quotation at the end of its line, or before the next field if the text is longer."""
    value = line.value.rstrip()
    if not error.says("quoted scalar") or line.number != error.began.line:
        return
    if value[:1] not in ('"', "'") or ENDED.match(value):
        return
    start = line.text.rindex(line.value)
    for last in list_last_lines(error, line):
        text = error.line(last).rstrip()
        yield Repair(
            report_slip(
                "A quotation mark is opened here and never closed.",
                make_span_of_characters(line.number, start),
                "Add the closing quotation mark at the end of the value.",
                LabelledPlace(make_span_of_characters(last, len(text)), "it should close here"),
            ),
            {last: (text + value[0],)},
            doubt=int(last != line.number),
        )


def repair_unknown_escape(error: ParserError, line: OutlineLine) -> Iterator[Repair]:
    """Use single quotes for a value with a backslash."""
    value = line.value.rstrip()
    if value[:1] == '"' and value[-1:] == '"' and len(value) > 1:
        start = line.text.rindex(line.value)
        yield Repair(
            report_slip(
                "A backslash in double quotes starts a special character, and this is not one.",
                make_span_of_character(error.at),
                "Use single quotes instead, or write the backslash twice.",
            ),
            {line.number: (line.text[:start] + quote_text(value[1:-1]),)},
        )


def list_last_lines(error: ParserError, line: OutlineLine) -> Iterator[int]:
    """Yield the numbers of the lines where a quotation may end.

    They are its own line, and the last line before the next field.
    """
    yield line.number
    below = [each for each in (error.window.outline if error.window else []) if each.number > line.number]
    last = line.number
    for each in below:
        if each.column <= line.key_column and line.name is not None:
            break
        last = each.number
    if last != line.number:
        yield last


def quote_value_at(error: ParserError, number: int, column: int) -> Edits:
    """Quote the whole value that begins at `column`, counted from 0. Its end can be lines below."""
    rows = [error.line(number)[column:], *list_continuation(error, number)]
    *others, last = quote_text("\n".join(rows)).split("\n")
    first = error.line(number)[:column]
    return {number + at: ((first if at == 0 else "") + row,) for at, row in enumerate([*others, last])}


def list_continuation(error: ParserError, number: int) -> list[str]:
    """List the lines below that continue a value.

    They are indented further than its name, and are no fields or items.
    """
    outline = error.window.outline if error.window else []
    depth = next((line.key_column for line in outline if line.number == number), 0)
    below = {line.number: line for line in outline if line.number > number}
    rows = []
    while (line := below.get(number + 1)) and line.column > depth and not (line.name or line.is_item):
        number += 1
        rows.append(line.text)
    return rows
