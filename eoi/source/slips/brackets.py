"""Brackets and braces that are opened and never closed, or closed by the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Place
from eoi.source.outline import Line
from eoi.source.quoting import in_quotes
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, characters, one_character, slip

ORDER = 50
LAST_NAME = re.compile(r"(?<![a-z_])[a-z_]++$")
BRACKETED = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,]")
CLOSING = {"[": "]", "{": "}"}


def repairs(trouble: Trouble) -> Iterator[Repair]:
    yield from no_comma(trouble)
    yield from other_end(trouble)
    yield from unclosed(trouble)
    for line in trouble.near[:1]:
        yield from text_beside(line)


def no_comma(trouble: Trouble) -> Iterator[Repair]:
    """`{headcount: 43 wte: 34}`."""
    number, column = trouble.at
    text = trouble.line(number)
    before = text[: column - 1].rstrip()
    found = LAST_NAME.search(before)
    if not found or "{" not in before or not trouble.says("mapping values", "flow"):
        return
    value = before[: found.start()].rstrip()
    if value[-1:] in ("{", ",", ""):
        return
    yield Repair(
        slip(
            f"There is no comma before `{found[0]}`.",
            characters(number, found.start(), len(found[0])),
            "Write a comma between two fields in braces.",
        ),
        {number: (f"{value}, {text[found.start() :]}",)},
    )


def unclosed(trouble: Trouble) -> Iterator[Repair]:
    opened = trouble.character(trouble.began)
    if opened not in CLOSING or not trouble.says("flow"):
        return
    number, closing = trouble.began.line, CLOSING[opened]
    text = trouble.line(number).rstrip()
    yield Repair(
        slip(
            f"A {'list' if opened == '[' else 'group'} opened with '{opened}' is not closed.",
            one_character(trouble.began),
            f"Add the missing '{closing}' at its end.",
            Place(characters(number, len(text)), "it should close here"),
        ),
        {number: (text + closing,)},
    )


def other_end(trouble: Trouble) -> Iterator[Repair]:
    """`[Bath Council, Bristol Council}`, and a bracket that closes nothing."""
    number, column = trouble.at
    text, mark = trouble.line(number), trouble.character(trouble.at)
    opened = trouble.character(trouble.began)
    if mark not in CLOSING.values():
        return
    if opened in CLOSING and trouble.says("flow"):
        yield Repair(
            slip(
                f"A {'list' if opened == '[' else 'group'} opened with '{opened}' is closed by '{mark}'.",
                one_character(trouble.at),
                f"Write '{CLOSING[opened]}' in its place.",
                Place(one_character(trouble.began), "opened here"),
            ),
            {number: (text[: column - 1] + CLOSING[opened] + text[column:],)},
        )
    yield Repair(
        slip(
            f"This '{mark}' belongs to no list or group.",
            one_character(trouble.at),
            "Delete it, or put the whole value in quotes to print it.",
        ),
        {number: (text[: column - 1] + text[column:],)},
    )


def text_beside(line: Line) -> Iterator[Repair]:
    """`[draft] for the board`."""
    found = BRACKETED.match(line.value)
    if found and not line.is_text:
        start = line.text.rindex(line.value)
        yield Repair(
            slip(
                "There is more text after a closing bracket.",
                characters(line.number, start + found.end() - 1),
                "Put the whole value in quotes.",
            ),
            {line.number: (line.text[:start] + in_quotes(line.value),)},
        )
