"""Quotation marks: curly ones, one without the other, and text beside a text in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Place
from eoi.source.outline import Line
from eoi.source.quoting import in_quotes
from eoi.source.repair import Edits, Repair
from eoi.source.trouble import Trouble, characters, one_character, slip

ORDER = 40
CURLY = re.compile("^([“”„«‘’‚])(.*)([“”»‘’])\\s*$")
ENDED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.is_text:
            continue
        yield from curly(line)
        yield from comma(line)
        yield from beside(trouble, line)
        yield from unclosed(trouble, line)
        if line.number == trouble.at.line and trouble.says("escape", "hexdecimal"):
            yield from unknown_escape(trouble, line)


def curly(line: Line) -> Iterator[Repair]:
    if not (found := CURLY.match(line.value)):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        slip(
            f"This text stands in curly quotation marks ({found[1]}{found[3]}), which are none to YAML.",
            characters(line.number, start),
            'Type straight ones instead: "...".',
            Place(characters(line.number, start + found.start(3)), "and this one"),
        ),
        {line.number: (line.text[:start] + in_quotes(found[2]),)},
    )


def comma(line: Line) -> Iterator[Repair]:
    """`"name": "NHS Somewhere CCG",` as in JSON."""
    text = line.text.rstrip()
    if text[-2:] in ('",', "',", "},", "],"):
        yield Repair(
            slip(
                "A comma ends this line, and nothing can follow it here.",
                characters(line.number, len(text) - 1),
                "Delete the comma.",
            ),
            {line.number: (text[:-1],)},
        )


def beside(trouble: Trouble, line: Line) -> Iterator[Repair]:
    """`"The plan" of 2014`: the quotes are a part of the text."""
    value = line.value.rstrip()
    ended = ENDED.match(value)
    if not ended or ended.end() == len(value) or value[ended.end() :].lstrip().startswith("#"):
        return
    start = line.text.rindex(line.value)
    yield Repair(
        slip(
            "There is more text after a closing quotation mark.",
            characters(
                line.number,
                start + ended.end() + len(value[ended.end() :]) - len(value[ended.end() :].lstrip()),
            ),
            "Put the whole value in quotes of the other kind.",
        ),
        quoted(trouble, line.number, start),
    )


def unclosed(trouble: Trouble, line: Line) -> Iterator[Repair]:
    """Most likely it closes at the end of its line; a longer text, before the next field."""
    value = line.value.rstrip()
    if not trouble.says("quoted scalar") or line.number != trouble.began.line:
        return
    if value[:1] not in ('"', "'") or ENDED.match(value):
        return
    start = line.text.rindex(line.value)
    for last in last_lines(trouble, line):
        text = trouble.line(last).rstrip()
        yield Repair(
            slip(
                "A quotation mark is opened here and never closed.",
                characters(line.number, start),
                "Add the closing quotation mark at the end of the value.",
                Place(characters(last, len(text)), "it should close here"),
            ),
            {last: (text + value[0],)},
            doubt=int(last != line.number),
        )


def unknown_escape(trouble: Trouble, line: Line) -> Iterator[Repair]:
    value = line.value.rstrip()
    if value[:1] == '"' and value[-1:] == '"' and len(value) > 1:
        start = line.text.rindex(line.value)
        yield Repair(
            slip(
                "A backslash in double quotes starts a special character, and this is not one.",
                one_character(trouble.at),
                "Use single quotes instead, or write the backslash twice.",
            ),
            {line.number: (line.text[:start] + in_quotes(value[1:-1]),)},
        )


def last_lines(trouble: Trouble, line: Line) -> Iterator[int]:
    yield line.number
    below = [each for each in (trouble.window.outline if trouble.window else []) if each.number > line.number]
    last = line.number
    for each in below:
        if each.column <= line.key_column and line.name is not None:
            break
        last = each.number
    if last != line.number:
        yield last


def quoted(trouble: Trouble, number: int, column: int) -> Edits:
    """The value that begins at `column`, from 0, in quotes to its end, which can be lines below."""
    rows = [trouble.line(number)[column:], *continued(trouble, number)]
    *others, last = in_quotes("\n".join(rows)).split("\n")
    first = trouble.line(number)[:column]
    return {number + at: ((first if at == 0 else "") + row,) for at, row in enumerate([*others, last])}


def continued(trouble: Trouble, number: int) -> list[str]:
    """The lines below that go on with a value: further in than its name, and neither fields nor items."""
    outline = trouble.window.outline if trouble.window else []
    depth = next((line.key_column for line in outline if line.number == number), 0)
    below = {line.number: line for line in outline if line.number > number}
    rows = []
    while (line := below.get(number + 1)) and line.column > depth and not (line.name or line.is_item):
        number += 1
        rows.append(line.text)
    return rows
